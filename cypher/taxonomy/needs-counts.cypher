// How many skills do these concepts need?
MATCH (parent:Concept)-[edge:NEEDS]->(:Concept)
WHERE parent.uri IN $uris AND edge.since <= $asOf < edge.until AND ($relation IS NULL OR edge.relation = $relation)
RETURN parent.uri AS parentUri, count(*) AS total
