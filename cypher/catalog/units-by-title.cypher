// Which learning units does a filter let through, in order of title, after a given one?
MATCH (unit:LearningUnit)
USING INDEX unit:LearningUnit(title, id)
WHERE unit.title >= $afterTitle AND unit.id IS NOT NULL
  AND CASE WHEN unit.title = $afterTitle THEN unit.id > $afterId ELSE true END
  AND ($organizationId IS NULL OR EXISTS { (unit)<-[:OFFERS]-(:Organization {id: $organizationId}) })
  AND ($titleContains IS NULL OR toLower(unit.title) CONTAINS toLower($titleContains))
  AND ($skillUri IS NULL OR EXISTS { (unit)-[:TEACHES]->(:Outcome)-[:ALIGNED_TO]->(:Skill {uri: $skillUri}) })
  AND ($language IS NULL OR $language IN unit.languages)
  AND ($mode IS NULL OR unit.mode = $mode)
  AND ($maxEffortMinutes IS NULL OR unit.effortMinutes <= $maxEffortMinutes)
WITH unit ORDER BY unit.title, unit.id LIMIT $limit
MATCH (provider:Organization)-[:OFFERS]->(unit)
RETURN
// with fragments/unit-record
ORDER BY unit.title, unit.id
