// Take an offer to a wallet back, with the token it may have been redeemed for.
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)-[:OFFERED_BY]->(offer:WalletOffer {id: $id})
WITH credential.id AS credentialId, offer
DETACH DELETE offer
RETURN credentialId
