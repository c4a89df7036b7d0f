// Which concepts of other frameworks are said to correspond to these, closest first?
UNWIND $uris AS parentUri
CALL (parentUri) {
  MATCH (:Concept {uri: parentUri})<-[:MAPS_FROM]-(mapping:Mapping)-[:MAPS_TO]->(other:Concept)
  RETURN mapping, other, mapping.relation AS relation
UNION
  MATCH (:Concept {uri: parentUri})<-[:MAPS_TO]-(mapping:Mapping)-[:MAPS_FROM]->(other:Concept)
  RETURN mapping, other, CASE mapping.relation WHEN 'BROAD' THEN 'NARROW' WHEN 'NARROW' THEN 'BROAD' ELSE mapping.relation END AS relation
}
WITH parentUri, mapping, other, relation,
  CASE relation WHEN 'EXACT' THEN 0 WHEN 'CLOSE' THEN 1 WHEN 'NARROW' THEN 2 WHEN 'BROAD' THEN 3 ELSE 4 END AS rank
RETURN parentUri, other.uri AS uri, other.framework AS framework,
  mapping {.id, relation: relation, .confidence, .source, .author, .reviewState, .vintage} AS mapping
ORDER BY parentUri, rank, uri, mapping.id
