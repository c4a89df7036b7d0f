// Note that the code of an offer was used, and what token it was used for.
MATCH (offer:WalletOffer {id: $id})
SET offer.redeemedAt = $now, offer.accessDigest = $accessDigest, offer.accessUntil = $accessUntil
RETURN offer.id AS id
