// How many enrolments did an organisation make?
MATCH (:Organization {id: $organizationId})-[:ENROLLED]->(enrolment:Enrolment)-[:OF_UNIT]->(unit:LearningUnit)
WHERE ($unitId IS NULL OR unit.id = $unitId)
  AND ($cohortId IS NULL OR EXISTS { (enrolment)-[:IN_COHORT]->(:Cohort {id: $cohortId}) })
  AND ($state IS NULL OR enrolment.state = $state)
RETURN count(enrolment) AS total
