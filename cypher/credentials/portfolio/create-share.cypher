// Make a link to a portfolio of a learner, unless it has as many as it may; links that have run out are forgotten.
MATCH (learner:Learner {id: $learnerId})-[:KEEPS]->(portfolio:Portfolio {id: $portfolioId})
SET learner.lockedAt = $now
WITH portfolio
CALL (portfolio) {
  MATCH (portfolio)-[:SHARED_BY]->(old:ShareLink)
  WHERE old.expiresAt <= $now
  DETACH DELETE old
}
WITH portfolio, COUNT { (portfolio)-[:SHARED_BY]->(:ShareLink) } AS live
FOREACH (_ IN CASE WHEN live < $most THEN [1] ELSE [] END |
  CREATE (portfolio)-[:SHARED_BY]->(:ShareLink {
    id: $id, digest: $digest, createdAt: $now, expiresAt: $expiresAt, sealedAudience: $sealedAudience
  })
)
RETURN live
