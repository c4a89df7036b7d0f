// Which cohorts have these ids, whose are they and of which learning unit?
MATCH (organization:Organization)-[:HOLDS_COHORT]->(cohort:Cohort)-[:OF_UNIT]->(unit:LearningUnit)
WHERE cohort.id IN $ids
// with fragments/cohort
