// Which reviews concern an organisation, because it issues the badge or is invited, in the order they fall due, after a given one?
CALL () {
  MATCH (:Organization {id: $organizationId})-[:ISSUES]->(:Badge)-[:HAS_REVIEW]->(own:Review)
  RETURN own AS review
  UNION
  MATCH (:Organization {id: $organizationId})<-[:INVITES]-(other:Review)
  RETURN other AS review
}
WITH review
WHERE (review.dueAt > $afterAt OR (review.dueAt = $afterAt AND review.id > $afterId))
  AND ($state IS NULL OR review.state = $state)
  AND ($badgeId IS NULL OR EXISTS { (review)<-[:HAS_REVIEW]-(:Badge {id: $badgeId}) })
WITH review ORDER BY review.dueAt, review.id LIMIT $limit
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_REVIEW]->(review)-[:REVIEWS]->(version)
WITH issuer, badge, review, version ORDER BY review.dueAt, review.id
// with fragments/review-record
