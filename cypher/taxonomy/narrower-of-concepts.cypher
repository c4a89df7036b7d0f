// Which concepts stand right below these, a page each, in the order of their labels?
UNWIND $uris AS parentUri
CALL (parentUri) {
  MATCH (:Concept {uri: parentUri})<-[edge:BROADER]-(concept:Concept)
  WHERE edge.since <= $asOf < edge.until
  OPTIONAL MATCH (concept)-[:HAS_TEXT]->(text:ConceptText {language: $language})
  WHERE text.since <= $asOf < text.until
  WITH concept, coalesce(max(text.label), '') AS label
  WHERE label > $afterLabel OR (label = $afterLabel AND concept.uri > $afterUri)
  RETURN concept, label
  ORDER BY label, concept.uri LIMIT $limit
}
RETURN parentUri, label, concept {.uri, .framework, .code, .since, .until, .skillType, .reuseLevel, .jobZone, kind: [label IN labels(concept) WHERE label <> 'Concept'][0]} AS concept
ORDER BY parentUri, label, concept.uri
