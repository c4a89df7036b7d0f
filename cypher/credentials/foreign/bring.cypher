// Add a credential from elsewhere to a learner's record, unless the same one is there or there are as many as may be.
MATCH (learner:Learner {id: $learnerId})
SET learner.lockedAt = $now
WITH learner,
  head(COLLECT { MATCH (learner)-[:BROUGHT]->(same:ForeignCredential {digest: $digest}) RETURN same.id }) AS sameId,
  COUNT { (learner)-[:BROUGHT]->(:ForeignCredential) } AS held
FOREACH (_ IN CASE WHEN sameId IS NULL AND held < $most THEN [1] ELSE [] END |
  CREATE (learner)-[:BROUGHT]->(:ForeignCredential {
    id: $id, digest: $digest, format: $format, broughtAt: $now, sealedDocument: $sealedDocument
  })
)
RETURN sameId, held
