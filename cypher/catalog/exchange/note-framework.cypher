// Note which organisation brought a version of a framework in, and the digest of what it said.
MATCH (owner:Organization {id: $organizationId})
MATCH (framework:Framework {id: $id})-[:HAS_VERSION]->(version:FrameworkVersion {id: $versionId})
MERGE (owner)-[:IMPORTED]->(framework)
SET framework.sourceUri = $uri, version.sourceDigest = $digest
