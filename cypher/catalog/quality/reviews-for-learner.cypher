// Which open reviews ask for learners and are of a badge that this learner holds?
MATCH (learner:Learner {id: $learnerId})-[:HOLDS]->(:Credential {status: 'ACTIVE'})-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)
MATCH (issuer:Organization)-[:ISSUES]->(badge)-[:HAS_REVIEW]->(review:Review {state: 'OPEN'})-[:REVIEWS]->(version)
WHERE 'LEARNER' IN review.requiredRoles
WITH DISTINCT issuer, badge, review, version ORDER BY review.dueAt, review.id
// with fragments/review-record
