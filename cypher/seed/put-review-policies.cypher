// Writes by which policies badges of the sample world are reviewed, and when next, unless that is there.
UNWIND $rows AS row
MATCH (badge:Badge {id: row.badgeId})
MERGE (policy:ReviewPolicy {id: row.id})
ON CREATE SET
  policy.intervalMonths = row.intervalMonths,
  policy.dueDays = row.dueDays,
  policy.sampleSize = row.sampleSize,
  policy.aspects = row.aspects,
  policy.requiredRoles = row.requiredRoles,
  policy.requiredCounts = [role IN row.requiredRoles | 1],
  policy.updatedAt = row.updatedAt,
  badge.nextReviewAt = row.nextReviewAt
MERGE (badge)-[:REVIEWED_UNDER]->(policy)
