// Note that a wallet was given the credential of an offer: once, where no code was redeemed for it before, and for one key only.
MATCH (offer:WalletOffer {id: $id})
SET offer.heldAt = $now
WITH offer
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(:Credential {status: 'ACTIVE'})-[:OFFERED_BY]->(offer)
WHERE (offer.accessDigest IS NOT NULL OR offer.redeemedAt IS NULL)
  AND coalesce(offer.holderDigest, $holder) = $holder
SET offer.holderDigest = $holder, offer.claimedAt = coalesce(offer.claimedAt, $now), offer.redeemedAt = coalesce(offer.redeemedAt, $now)
RETURN offer.id AS id
