// Which offers to wallets were made of these credentials of a learner?
UNWIND $ids AS id
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(:Credential {id: id})-[:OFFERED_BY]->(offer:WalletOffer)
RETURN id AS credentialId, offer.id AS id, offer.protocol AS protocol, offer.createdAt AS createdAt, offer.expiresAt AS expiresAt,
  offer.redeemedAt AS redeemedAt, offer.claimedAt AS claimedAt, offer.tries AS tries, offer.notification AS notification
ORDER BY createdAt DESC, id
