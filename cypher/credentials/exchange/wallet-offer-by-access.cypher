// Which credential does this token open, and whose is it?
MATCH (offer:WalletOffer {accessDigest: $digest})
WHERE offer.accessUntil > $now
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential)-[:OFFERED_BY]->(offer)
RETURN offer.id AS id, learner.id AS learnerId, credential.id AS credentialId, credential.status AS status
