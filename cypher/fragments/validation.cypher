RETURN validation {
  .id, .askedAt, .answeredAt, .confirmed, .sealedClaim, .sealedAnswer,
  learnerId: learner.id, organizationId: organization.id, organizationName: organization.name
} AS validation,
  head(COLLECT { MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey) RETURN key {.id, .wrapped} }) AS key
