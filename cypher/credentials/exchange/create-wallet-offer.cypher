// Offer an active credential of this learner to a wallet, unless as many offers of it are open as may be; old ones are forgotten.
MATCH (learner:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential {id: $credentialId})
SET learner.lockedAt = $now
WITH credential
CALL (credential) {
  MATCH (credential)-[:OFFERED_BY]->(old:WalletOffer)
  WHERE old.expiresAt < $forgetBefore
  DETACH DELETE old
}
WITH credential, COUNT {
  MATCH (credential)-[:OFFERED_BY]->(other:WalletOffer) WHERE other.expiresAt > $now AND other.redeemedAt IS NULL
} AS open
FOREACH (_ IN CASE WHEN open < $most AND credential.status = 'ACTIVE' THEN [1] ELSE [] END |
  CREATE (credential)-[:OFFERED_BY]->(:WalletOffer {
    id: $id, protocol: $protocol, digest: $digest, pinDigest: $pinDigest, tries: 0, createdAt: $now, expiresAt: $expiresAt
  })
)
RETURN open, credential.status AS status
