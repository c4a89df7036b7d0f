RETURN validation {
  .id, .askedAt, .answeredAt, .confirmed, .sealedClaim, .sealedAnswer,
  learnerId: learner.id, organizationId: organization.id, organizationName: organization.name
} AS validation
