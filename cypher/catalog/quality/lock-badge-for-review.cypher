// Hold a badge against other reviewers until the transaction ends, and say what its reviews rest on.
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge {id: $id})
SET badge.name = badge.name
WITH issuer, badge
OPTIONAL MATCH (badge)-[:REVIEWED_UNDER]->(policy:ReviewPolicy)
OPTIONAL MATCH (badge)-[:HAS_VERSION]->(current:BadgeVersion {state: 'PUBLISHED'})
RETURN issuer.id AS issuerId,
  policy {.intervalMonths, .dueDays, .sampleSize, .aspects, .requiredRoles, .requiredCounts} AS policy,
  current {.id, .publishedAt} AS current,
  head(COLLECT {
    MATCH (badge)-[:HAS_REVIEW]->(last:Review {state: 'CLOSED'})
    RETURN last {.decidedAt, .decision, .mendBy} ORDER BY last.decidedAt DESC LIMIT 1
  }) AS last,
  head(COLLECT { MATCH (badge)-[:HAS_REVIEW]->(open:Review {state: 'OPEN'}) RETURN open.id LIMIT 1 }) AS openReviewId
