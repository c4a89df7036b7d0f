// Writes edges from concepts to broader ones that hold from a version on.
UNWIND $rows AS row
MATCH (from:Concept {uri: row.from})
MATCH (to:Concept {uri: row.to})
MERGE (from)-[edge:BROADER {since: $version}]->(to)
SET edge.until = row.until
