// Hold an offer, named by the digest of its code, until the transaction ends.
MATCH (offer:WalletOffer {digest: $digest, protocol: $protocol})
SET offer.heldAt = $now
WITH offer
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential)-[:OFFERED_BY]->(offer)
RETURN offer.id AS id, learner.id AS learnerId, credential.id AS credentialId, credential.status AS status,
  offer.pinDigest AS pinDigest, offer.tries AS tries, offer.expiresAt AS expiresAt, offer.redeemedAt AS redeemedAt
