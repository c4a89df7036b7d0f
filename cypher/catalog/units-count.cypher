// How many learning units does a filter let through?
MATCH (unit:LearningUnit)
WHERE unit.id IS NOT NULL
  AND ($organizationId IS NULL OR EXISTS { (unit)<-[:OFFERS]-(:Organization {id: $organizationId}) })
  AND ($titleContains IS NULL OR toLower(unit.title) CONTAINS toLower($titleContains))
  AND ($skillUri IS NULL OR EXISTS { (unit)-[:TEACHES]->(:Outcome)-[:ALIGNED_TO]->(:Skill {uri: $skillUri}) })
  AND ($language IS NULL OR $language IN unit.languages)
  AND ($mode IS NULL OR unit.mode = $mode)
  AND ($maxEffortMinutes IS NULL OR unit.effortMinutes <= $maxEffortMinutes)
RETURN count(unit) AS total
