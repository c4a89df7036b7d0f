// Writes that occupations have tasks from a version on.
UNWIND $rows AS row
MATCH (from:Occupation {uri: row.from})
UNWIND row.edges AS stated
MATCH (to:Task {id: stated.to})
MERGE (from)-[edge:HAS_TASK {since: $version}]->(to)
SET edge.until = stated.until
