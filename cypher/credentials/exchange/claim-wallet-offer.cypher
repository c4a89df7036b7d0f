// Note that a wallet was given the credential of an offer: once, where no code was redeemed for it before.
MATCH (offer:WalletOffer {id: $id})
SET offer.heldAt = $now
WITH offer
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(:Credential {status: 'ACTIVE'})-[:OFFERED_BY]->(offer)
WHERE offer.accessDigest IS NOT NULL OR offer.redeemedAt IS NULL
SET offer.claimedAt = coalesce(offer.claimedAt, $now), offer.redeemedAt = coalesce(offer.redeemedAt, $now)
RETURN offer.id AS id
