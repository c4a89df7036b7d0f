// Remember something of the authorisation server, anew or again, and forget some of what has run out.
CALL () {
  MATCH (old:OAuthRecord)
  WHERE old.expiresAt < $now
  WITH old LIMIT 50
  DELETE old
}
MERGE (record:OAuthRecord {key: $key})
SET record.sealedPayload = $sealedPayload, record.uid = $uid, record.grant = $grant, record.learnerId = $learnerId,
  record.expiresAt = $expiresAt
