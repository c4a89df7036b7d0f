// Which reviews have these ids, open ones only for members of the issuer and of whom it invited?
MATCH (review:Review)
WHERE review.id IN $ids
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_REVIEW]->(review)-[:REVIEWS]->(version)
WHERE review.state = 'CLOSED' OR issuer.id IN $memberOf
  OR EXISTS { MATCH (review)-[:INVITES]->(invited:Organization) WHERE invited.id IN $memberOf }
// with fragments/review-record
