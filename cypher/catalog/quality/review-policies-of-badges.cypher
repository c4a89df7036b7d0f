// By which policies are these badges reviewed?
MATCH (badge:Badge)-[:REVIEWED_UNDER]->(policy:ReviewPolicy)
WHERE badge.id IN $ids
RETURN badge.id AS badgeId, policy {
  .intervalMonths, .dueDays, .sampleSize, .aspects, .updatedAt,
  required: [at IN range(0, size(policy.requiredRoles) - 1) | {role: policy.requiredRoles[at], count: policy.requiredCounts[at]}]
} AS policy
