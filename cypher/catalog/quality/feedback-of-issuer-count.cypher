// How much feedback is there on the badges of an organisation?
MATCH (:Organization {id: $organizationId})-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:FEEDBACK_ON]-(feedback:Feedback)
WHERE ($badgeId IS NULL OR badge.id = $badgeId) AND ($closed IS NULL OR $closed = (feedback.closedAt IS NOT NULL))
RETURN count(feedback) AS total
