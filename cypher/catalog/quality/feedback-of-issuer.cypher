// What feedback is there on the badges of an organisation, the last month first, after a given one?
MATCH (issuer:Organization {id: $organizationId})-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion)<-[:FEEDBACK_ON]-(feedback:Feedback)
WHERE (feedback.month < $beforeMonth OR (feedback.month = $beforeMonth AND feedback.id > $afterId))
  AND ($badgeId IS NULL OR badge.id = $badgeId)
  AND ($closed IS NULL OR $closed = (feedback.closedAt IS NOT NULL))
WITH issuer, badge, version, feedback ORDER BY feedback.month DESC, feedback.id LIMIT $limit
// with fragments/feedback-record
