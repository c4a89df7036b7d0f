// How many cohorts does an organisation hold?
MATCH (:Organization {id: $organizationId})-[:HOLDS_COHORT]->(cohort:Cohort)-[:OF_UNIT]->(unit:LearningUnit)
WHERE $unitId IS NULL OR unit.id = $unitId
RETURN count(cohort) AS total
