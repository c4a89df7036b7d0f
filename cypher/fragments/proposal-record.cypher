// A change proposal as the services know it, from `issuer`, `badge`, `proposal`, the version it would change and the organisation it comes from.
RETURN proposal {
  .id, .title, .reason, .source, .board, .state, .proposedAt, .edits, .decidedAt, .decisionReason,
  issuerId: issuer.id, badgeId: badge.id, versionId: version.id, organizationId: origin.id,
  carriedOutById: head(COLLECT { MATCH (proposal)-[:CARRIED_OUT_BY]->(next:BadgeVersion) RETURN next.id })
} AS proposal
