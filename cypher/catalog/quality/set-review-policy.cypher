// Set the policy by which a badge is reviewed, and when that is due next.
MATCH (badge:Badge {id: $badgeId})
MERGE (badge)-[:REVIEWED_UNDER]->(policy:ReviewPolicy)
ON CREATE SET policy.id = $id
SET policy.intervalMonths = $intervalMonths,
    policy.dueDays = $dueDays,
    policy.sampleSize = $sampleSize,
    policy.aspects = $aspects,
    policy.requiredRoles = $requiredRoles,
    policy.requiredCounts = $requiredCounts,
    policy.updatedAt = $now,
    badge.nextReviewAt = $nextReviewAt
RETURN policy.id AS id
