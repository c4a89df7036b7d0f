// What this learner was enrolled in, and how it was made sure who they are.
MATCH (learner:Learner {id: $learnerId})
RETURN
  COLLECT {
    MATCH (learner)-[:HAS_ENROLMENT]->(enrolment:Enrolment)-[:OF_UNIT]->(unit:LearningUnit)
    MATCH (organization:Organization)-[:ENROLLED]->(enrolment)
    RETURN enrolment {
      .id, .enrolledAt, .state, .stateChangedAt, learningUnitId: unit.id, learningUnitTitle: unit.title,
      cohort: head(COLLECT { MATCH (enrolment)-[:IN_COHORT]->(cohort:Cohort) RETURN cohort {.id, .name, .startsAt, .endsAt} }),
      organizationId: organization.id, organizationName: organization.name
    } ORDER BY enrolment.enrolledAt, enrolment.id
  } AS enrolments,
  COLLECT {
    MATCH (learner)-[:HAS_PROOFING]->(proofing:IdentityProofing)<-[:RECORDED]-(organization:Organization)
    RETURN proofing {
      .id, .method, .level, .verifier, .provedAt, .recordedAt, .withdrawnAt,
      organizationId: organization.id, organizationName: organization.name
    } ORDER BY proofing.provedAt, proofing.id
  } AS identityProofings
