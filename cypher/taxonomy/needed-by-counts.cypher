// How many concepts of a kind need these skills?
MATCH (parent:Concept)<-[edge:NEEDS]-(concept:Concept)
WHERE parent.uri IN $uris AND edge.since <= $asOf < edge.until AND ($relation IS NULL OR edge.relation = $relation)
  AND $kind IN labels(concept)
RETURN parent.uri AS parentUri, count(*) AS total
