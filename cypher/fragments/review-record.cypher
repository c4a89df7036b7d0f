// A review as the services know it, from `issuer`, `badge`, `review` and the version it reviews.
RETURN review {
  .id, .state, .aspects, .openedAt, .dueAt, .decidedAt, .decision, .reason, .mendBy,
  issuerId: issuer.id, badgeId: badge.id, versionId: version.id,
  required: [at IN range(0, size(review.requiredRoles) - 1) | {role: review.requiredRoles[at], count: review.requiredCounts[at]}],
  taken: COLLECT { MATCH (review)-[:HAS_PART]->(part:ReviewPart) RETURN part {.role, .by} ORDER BY part.at, part.id },
  invitedIds: COLLECT { MATCH (review)-[:INVITES]->(invited:Organization) RETURN invited.id ORDER BY invited.id }
} AS review
