// Writes edges from concepts to broader ones that hold from a version on.
UNWIND $rows AS row
MATCH (from:Concept {uri: row.from})
UNWIND row.edges AS stated
MATCH (to:Concept {uri: stated.to})
MERGE (from)-[edge:BROADER {since: $version}]->(to)
SET edge.until = stated.until
