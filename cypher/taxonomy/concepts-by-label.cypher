// Which concepts of a kind are there, in the order of their labels in a language, after a given one?
MATCH (concept:Concept)-[:HAS_TEXT]->(text:ConceptText {language: $language, kind: $kind})
WHERE text.label >= $afterLabel AND (text.label > $afterLabel OR concept.uri > $afterUri)
  AND text.since <= $asOf < text.until AND concept.since <= $asOf < concept.until
  AND ($framework IS NULL OR text.framework = $framework)
  AND ($skillType IS NULL OR concept.skillType = $skillType)
  AND ($reuseLevel IS NULL OR concept.reuseLevel = $reuseLevel)
  AND ($jobZone IS NULL OR concept.jobZone = $jobZone)
  AND ($broader IS NULL OR EXISTS {
    (concept) ((:Concept)-[edge:BROADER WHERE edge.since <= $asOf < edge.until]->(:Concept)){1,20} (:Concept {uri: $broader})
  })
RETURN text.label AS label, concept {.uri, .framework, .code, .since, .until, .skillType, .reuseLevel, .jobZone, kind: [label IN labels(concept) WHERE label <> 'Concept'][0]} AS concept
ORDER BY label, concept.uri LIMIT $limit
