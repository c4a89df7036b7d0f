// Remember that a nonce was answered, and forget those that nobody could answer any more.
CALL () {
  MATCH (old:UsedNonce)
  WHERE old.expiresAt < $now
  WITH old LIMIT 100
  DELETE old
}
CREATE (nonce:UsedNonce {digest: $digest, expiresAt: $expiresAt})
RETURN nonce.digest AS digest
