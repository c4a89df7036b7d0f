// Which concepts have a text that answers this question to the index of a language, best first by the index's own score?
CALL db.index.fulltext.queryNodes($index, $question, {limit: $depth}) YIELD node AS text, score
MATCH (concept:Concept)-[:HAS_TEXT]->(text)
WHERE text.since <= $asOf < text.until AND concept.since <= $asOf < concept.until
  AND ($skillType IS NULL OR concept.skillType = $skillType)
  AND ($reuseLevel IS NULL OR concept.reuseLevel = $reuseLevel)
  AND ($jobZone IS NULL OR concept.jobZone = $jobZone)
  AND ($broader IS NULL OR EXISTS {
    (concept) ((:Concept)-[edge:BROADER WHERE edge.since <= $asOf < edge.until]->(:Concept)){1,20} (:Concept {uri: $broader})
  })
WITH concept, text, score ORDER BY score DESC, concept.uri LIMIT $limit
RETURN concept {.uri, .framework, .code, .since, .until, .skillType, .reuseLevel, .jobZone, kind: [label IN labels(concept) WHERE label <> 'Concept'][0]} AS concept, text {.language, .label, .alternatives, .hidden, .description} AS text, score
ORDER BY score DESC, concept.uri
