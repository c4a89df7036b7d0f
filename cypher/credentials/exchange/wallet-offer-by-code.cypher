// Which credential is offered by the address with this secret, and whose is it?
MATCH (offer:WalletOffer {digest: $digest, protocol: $protocol})
WHERE offer.expiresAt > $now AND offer.redeemedAt IS NULL
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential)-[:OFFERED_BY]->(offer)
RETURN offer.id AS id, learner.id AS learnerId, credential.id AS credentialId, credential.status AS status
