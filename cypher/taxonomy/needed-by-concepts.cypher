// Which concepts of a kind need these skills, a page each: essential ones, optional ones, then rated ones by importance, levelled ones by level?
UNWIND $uris AS parentUri
CALL (parentUri) {
  MATCH (:Concept {uri: parentUri})<-[edge:NEEDS]-(concept:Concept)
  WHERE edge.since <= $asOf < edge.until AND ($relation IS NULL OR edge.relation = $relation) AND $kind IN labels(concept)
  WITH concept, edge,
    CASE edge.relation WHEN 'ESSENTIAL' THEN 0.0 WHEN 'OPTIONAL' THEN 1.0 ELSE 10.0 - coalesce(edge.importance, edge.level, 0.0) END AS rank
  OPTIONAL MATCH (concept)-[:HAS_TEXT]->(text:ConceptText {language: $language})
  WHERE text.since <= $asOf < text.until
  WITH concept, edge, rank, coalesce(max(text.label), '') AS label
  WITH concept, edge, rank, label, concept.uri + ' ' + edge.relation AS tie
  WHERE rank > $afterRank OR (rank = $afterRank AND (label > $afterLabel OR (label = $afterLabel AND tie > $afterTie)))
  RETURN concept, edge, rank, label, tie
  ORDER BY rank, label, tie LIMIT $limit
}
RETURN parentUri, rank, label, tie,
  edge {.relation, .importance, .level, .importanceSuppressed, .levelSuppressed, .notRelevant} AS need,
  concept {.uri, .framework, .code, .since, .until, .skillType, .reuseLevel, .jobZone, kind: [label IN labels(concept) WHERE label <> 'Concept'][0]} AS concept
ORDER BY parentUri, rank, label, tie
