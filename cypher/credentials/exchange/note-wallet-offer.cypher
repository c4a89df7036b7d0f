// Note what a wallet says became of the credential it was given.
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(:Credential)-[:OFFERED_BY]->(offer:WalletOffer {id: $id})
WHERE offer.claimedAt IS NOT NULL
SET offer.notification = $event
RETURN offer.id AS id
