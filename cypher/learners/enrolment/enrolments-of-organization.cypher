// Whom did an organisation enrol, last first, before a given one?
MATCH (organization:Organization {id: $organizationId})-[:ENROLLED]->(enrolment:Enrolment)-[:OF_UNIT]->(unit:LearningUnit)
WHERE ($unitId IS NULL OR unit.id = $unitId)
  AND ($cohortId IS NULL OR EXISTS { (enrolment)-[:IN_COHORT]->(:Cohort {id: $cohortId}) })
  AND ($state IS NULL OR enrolment.state = $state)
  AND (enrolment.enrolledAt < $beforeAt OR (enrolment.enrolledAt = $beforeAt AND enrolment.id > $afterId))
MATCH (learner:Learner)-[:HAS_ENROLMENT]->(enrolment)
WITH learner, enrolment, unit, organization ORDER BY enrolment.enrolledAt DESC, enrolment.id LIMIT $limit
// with fragments/enrolment
