// Where do these badges stand with their reviews?
MATCH (badge:Badge)
WHERE badge.id IN $ids
RETURN badge.id AS badgeId, CASE WHEN EXISTS { (badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'}) } THEN badge.nextReviewAt END AS nextReviewAt, EXISTS { (badge)-[:REVIEWED_UNDER]->(:ReviewPolicy) } AS hasPolicy,
  head(COLLECT {
    MATCH (badge)-[:HAS_REVIEW]->(last:Review {state: 'CLOSED'})
    RETURN last.decision ORDER BY last.decidedAt DESC LIMIT 1
  }) AS lastDecision
