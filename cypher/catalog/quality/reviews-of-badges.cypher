// Which closed reviews have these badges had, the last first?
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_REVIEW]->(review:Review {state: 'CLOSED'})-[:REVIEWS]->(version)
WHERE badge.id IN $ids
WITH issuer, badge, review, version ORDER BY review.decidedAt DESC, review.id
// with fragments/review-record
