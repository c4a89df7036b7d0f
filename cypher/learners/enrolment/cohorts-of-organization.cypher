// Which cohorts does an organisation hold, those that start last first, after a given one?
MATCH (organization:Organization {id: $organizationId})-[:HOLDS_COHORT]->(cohort:Cohort)-[:OF_UNIT]->(unit:LearningUnit)
WHERE ($unitId IS NULL OR unit.id = $unitId)
  AND (cohort.startsAt < $beforeAt OR (cohort.startsAt = $beforeAt AND cohort.id > $afterId))
WITH organization, cohort, unit ORDER BY cohort.startsAt DESC, cohort.id LIMIT $limit
// with fragments/cohort
