// Writes what learners were enrolled in, unless it is there.
UNWIND $rows AS row
MATCH (learner:Learner {id: row.learnerId})
MATCH (school:Organization {id: row.organizationId})
MATCH (unit:LearningUnit {id: row.unitId})
OPTIONAL MATCH (cohort:Cohort {id: row.cohortId})
MERGE (enrolment:Enrolment {id: row.id})
ON CREATE SET
  enrolment.enrolledAt = row.enrolledAt,
  enrolment.state = row.state,
  enrolment.stateChangedAt = row.stateChangedAt
MERGE (learner)-[:HAS_ENROLMENT]->(enrolment)
MERGE (school)-[:ENROLLED]->(enrolment)
MERGE (enrolment)-[:OF_UNIT]->(unit)
FOREACH (one IN CASE WHEN cohort IS NULL THEN [] ELSE [cohort] END | MERGE (enrolment)-[:IN_COHORT]->(one))
