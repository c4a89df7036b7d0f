// Make a link to a credential of this learner, unless it has as many as it may; links that have run out are forgotten.
MATCH (learner:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential {id: $credentialId})
SET learner.lockedAt = $now
WITH credential
CALL (credential) {
  MATCH (credential)-[:SHARED_BY]->(old:ShareLink)
  WHERE old.expiresAt <= $now
  DETACH DELETE old
}
WITH credential, COUNT { (credential)-[:SHARED_BY]->(:ShareLink) } AS live
FOREACH (_ IN CASE WHEN live < $most THEN [1] ELSE [] END |
  CREATE (credential)-[:SHARED_BY]->(:ShareLink {id: $id, digest: $digest, createdAt: $now, expiresAt: $expiresAt})
)
RETURN live
