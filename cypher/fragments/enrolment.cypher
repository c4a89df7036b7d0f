RETURN enrolment {
  .id, .enrolledAt, .state, .stateChangedAt, learnerId: learner.id, unitId: unit.id, organizationId: organization.id,
  cohortId: head(COLLECT { MATCH (enrolment)-[:IN_COHORT]->(cohort:Cohort) RETURN cohort.id })
} AS enrolment
