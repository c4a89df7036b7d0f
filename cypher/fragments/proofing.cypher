RETURN proofing {
  .id, .method, .level, .verifier, .provedAt, .recordedAt, .withdrawnAt, learnerId: learner.id, organizationId: organization.id
} AS proofing
