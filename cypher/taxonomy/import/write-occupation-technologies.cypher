// Writes that occupations use technologies from a version on, one edge for each example.
UNWIND $rows AS row
MATCH (from:Occupation {uri: row.from})
UNWIND row.edges AS stated
MATCH (to:Technology {code: stated.to})
MERGE (from)-[edge:USES {example: stated.variant, since: $version}]->(to)
SET edge.until = stated.until, edge.hot = stated.hot, edge.inDemand = stated.inDemand
