// How many reviews concern an organisation?
CALL () {
  MATCH (:Organization {id: $organizationId})-[:ISSUES]->(:Badge)-[:HAS_REVIEW]->(own:Review)
  RETURN own AS review
  UNION
  MATCH (:Organization {id: $organizationId})<-[:INVITES]-(other:Review)
  RETURN other AS review
}
WITH review
WHERE ($state IS NULL OR review.state = $state)
  AND ($badgeId IS NULL OR EXISTS { (review)<-[:HAS_REVIEW]-(:Badge {id: $badgeId}) })
RETURN count(review) AS total
