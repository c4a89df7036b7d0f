// Enrol a learner in a learning unit of this organisation, in a cohort of it where one is named.
MATCH (organization:Organization {id: $organizationId})-[:OFFERS]->(unit:LearningUnit {id: $unitId})
MATCH (learner:Learner {id: $learnerId})
CREATE (learner)-[:HAS_ENROLMENT]->(enrolment:Enrolment {id: $id, enrolledAt: $now, state: 'ENROLLED', stateChangedAt: $now})-[:OF_UNIT]->(unit)
CREATE (organization)-[:ENROLLED]->(enrolment)
WITH enrolment
CALL (enrolment) {
  MATCH (cohort:Cohort {id: $cohortId})
  CREATE (enrolment)-[:IN_COHORT]->(cohort)
}
RETURN enrolment.id AS id
