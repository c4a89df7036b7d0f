// Writes that occupations have tasks from a version on.
UNWIND $rows AS row
MATCH (from:Occupation {uri: row.from})
MATCH (to:Task {id: row.to})
MERGE (from)-[edge:HAS_TASK {since: $version}]->(to)
SET edge.until = row.until
