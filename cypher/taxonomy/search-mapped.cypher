// Which concepts are mapped to those whose texts answer this question best, and by which of their names?
CALL db.index.fulltext.queryNodes($index, $question, {limit: $depth}) YIELD node AS text, score
MATCH (via:Concept)-[:HAS_TEXT]->(text)
WHERE text.until = 2147483647
WITH via, text, score ORDER BY score DESC, via.uri LIMIT $limit
MATCH (via)<-[:MAPS_FROM|MAPS_TO]-(mapping:Mapping)-[:MAPS_FROM|MAPS_TO]->(concept:Concept)
WHERE concept.uri <> via.uri AND coalesce(mapping.reviewState, '') <> 'REJECTED'
  AND ($framework IS NULL OR concept.framework = $framework)
  AND any(label IN labels(concept) WHERE label IN $kinds)
  AND concept.since <= $asOf < concept.until
  AND ($skillType IS NULL OR concept.skillType = $skillType)
  AND ($reuseLevel IS NULL OR concept.reuseLevel = $reuseLevel)
  AND ($jobZone IS NULL OR concept.jobZone = $jobZone)
  AND ($broader IS NULL OR EXISTS {
    (concept) ((:Concept)-[edge:BROADER WHERE edge.since <= $asOf < edge.until]->(:Concept)){1,20} (:Concept {uri: $broader})
  })
WITH via, text, collect({uri: concept.uri, relation: mapping.relation}) AS concepts
RETURN via.uri AS via, concepts,
  [name IN [text.label] + coalesce(text.alternatives, []) WHERE any(part IN $parts WHERE toLower(name) CONTAINS part)] AS names
ORDER BY via
