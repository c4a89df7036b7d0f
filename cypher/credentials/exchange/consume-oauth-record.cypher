// Note that a code or token was used, unless it was before.
MATCH (record:OAuthRecord {key: $key})
SET record.heldAt = $now
WITH record WHERE record.consumedAt IS NULL
SET record.consumedAt = $now
RETURN record.key AS key
