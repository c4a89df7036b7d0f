// Count one more wrong transaction code for an offer.
MATCH (offer:WalletOffer {id: $id})
SET offer.tries = offer.tries + 1
RETURN offer.tries AS tries
