// Which concepts stand anywhere above these, nearest first?
UNWIND $uris AS parentUri
CALL (parentUri) {
  MATCH way = (:Concept {uri: parentUri}) ((:Concept)-[edge:BROADER WHERE edge.since <= $asOf < edge.until]->(:Concept)){1,20} (concept:Concept)
  RETURN concept, min(length(way)) AS distance
}
RETURN parentUri, distance, concept {.uri, .framework, .code, .since, .until, .skillType, .reuseLevel, .jobZone, kind: [label IN labels(concept) WHERE label <> 'Concept'][0]} AS concept
ORDER BY parentUri, distance, concept.uri
