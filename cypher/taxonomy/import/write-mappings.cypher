// Writes claims that two concepts correspond: new ones, and those of which the source says something else.
UNWIND $rows AS row
MATCH (from:Concept {uri: row.from})
MATCH (to:Concept {uri: row.to})
MERGE (mapping:Mapping {id: row.id})
SET mapping.relation = row.relation, mapping.source = $source, mapping.author = $author,
  mapping.reviewState = 'REVIEWED', mapping.vintage = $vintage
MERGE (mapping)-[:MAPS_FROM]->(from)
MERGE (mapping)-[:MAPS_TO]->(to)
