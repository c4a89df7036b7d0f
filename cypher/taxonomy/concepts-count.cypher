// How many concepts of a kind are there?
MATCH (concept:Concept)-[:HAS_TEXT]->(text:ConceptText {language: $language, kind: $kind})
WHERE text.since <= $asOf < text.until AND concept.since <= $asOf < concept.until
  AND ($framework IS NULL OR text.framework = $framework)
  AND ($skillType IS NULL OR concept.skillType = $skillType)
  AND ($reuseLevel IS NULL OR concept.reuseLevel = $reuseLevel)
  AND ($jobZone IS NULL OR concept.jobZone = $jobZone)
  AND ($broader IS NULL OR EXISTS {
    (concept) ((:Concept)-[edge:BROADER WHERE edge.since <= $asOf < edge.until]->(:Concept)){1,20} (:Concept {uri: $broader})
  })
RETURN count(*) AS total
