// Which concepts stand right above these?
MATCH (below:Concept)-[edge:BROADER]->(concept:Concept)
WHERE below.uri IN $uris AND edge.since <= $asOf < edge.until
RETURN below.uri AS parentUri, concept {.uri, .framework, .code, .since, .until, .skillType, .reuseLevel, .jobZone, kind: [label IN labels(concept) WHERE label <> 'Concept'][0]} AS concept
ORDER BY parentUri, concept.uri
