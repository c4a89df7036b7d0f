// Writes badges that are awarded for holding all of others, unless they are there.
UNWIND $rows AS row
MATCH (school:Organization {id: row.issuer})
MERGE (badge:Badge {id: row.id})
ON CREATE SET badge.name = row.name
MERGE (version:BadgeVersion {id: row.versionId})
ON CREATE SET
  version.number = 1,
  version.name = row.name,
  version.description = row.description,
  version.criteria = row.criteria,
  version.state = 'PUBLISHED',
  version.publishedAt = $publishedAt
MERGE (school)-[:ISSUES]->(badge)
MERGE (badge)-[:HAS_VERSION]->(version)
WITH row, version
UNWIND row.parts AS partId
MATCH (part:Badge {id: partId})
MERGE (version)-[:STACKS]->(part)
