// Writes that occupations use technologies from a version on, one edge for each example.
UNWIND $rows AS row
MATCH (from:Occupation {uri: row.from})
MATCH (to:Technology {code: row.to})
MERGE (from)-[edge:USES {example: row.variant, since: $version}]->(to)
SET edge.until = row.until, edge.hot = row.hot, edge.inDemand = row.inDemand
