// Writes reviewed claims that two concepts correspond, unless they are there.
UNWIND $rows AS row
MATCH (from:Concept {uri: row.from})
MATCH (to:Concept {uri: row.to})
MERGE (mapping:Mapping {id: row.id})
ON CREATE SET
  mapping.relation = row.relation,
  mapping.confidence = row.confidence,
  mapping.source = row.source,
  mapping.author = row.author,
  mapping.reviewState = 'REVIEWED',
  mapping.vintage = row.vintage
MERGE (mapping)-[:MAPS_FROM]->(from)
MERGE (mapping)-[:MAPS_TO]->(to)
