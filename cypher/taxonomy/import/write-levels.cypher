// Writes at which step of their framework's scale levels of roles ask for skills, from a version on.
UNWIND $rows AS row
MATCH (from:Occupation {uri: row.from})
UNWIND row.edges AS stated
MATCH (to:Skill {uri: stated.to})
MERGE (from)-[edge:NEEDS {relation: 'LEVELLED', since: $version}]->(to)
SET edge.until = stated.until, edge.level = stated.level
