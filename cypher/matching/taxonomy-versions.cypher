// The newest imported version of each framework.
MATCH (framework:Framework)-[:HAS_VERSION]->(version:FrameworkVersion)
WITH framework, version ORDER BY version.ordinal DESC
WITH framework, head(collect(version.id)) AS id
RETURN id ORDER BY id
