// How many concepts stand right below these?
MATCH (above:Concept)<-[edge:BROADER]-(:Concept)
WHERE above.uri IN $uris AND edge.since <= $asOf < edge.until
RETURN above.uri AS parentUri, count(*) AS total
