// Feedback as the services know it, from `issuer`, `badge`, `version` and `feedback`.
RETURN feedback {
  .id, .rating, .anonymous, .month, .givenAt, .words, .sealedWords, .closedAt, .answer,
  issuerId: issuer.id, badgeId: badge.id, versionId: version.id,
  learnerId: head([(learner:Learner)-[:GAVE_FEEDBACK]->(feedback) | learner.id]),
  proposalId: head([(feedback)-[:LED_TO]->(proposal:ChangeProposal) | proposal.id]),
  ledToVersionId: head([(feedback)-[:LED_TO]->(next:BadgeVersion) | next.id])
} AS feedback
