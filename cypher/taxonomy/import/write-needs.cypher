// Writes that concepts need skills from a version on, essential or optional.
UNWIND $rows AS row
MATCH (from:Concept {uri: row.from})
UNWIND row.edges AS stated
MATCH (to:Skill {uri: stated.to})
MERGE (from)-[edge:NEEDS {relation: stated.variant, since: $version}]->(to)
SET edge.until = stated.until
