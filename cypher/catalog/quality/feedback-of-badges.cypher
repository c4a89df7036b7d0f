// How much feedback is there on these badges, and how were they rated?
MATCH (badge:Badge)-[:HAS_VERSION]->(version)<-[:FEEDBACK_ON]-(feedback:Feedback)
WHERE badge.id IN $ids
RETURN badge.id AS badgeId, count(feedback) AS total, avg(feedback.rating) AS rating
