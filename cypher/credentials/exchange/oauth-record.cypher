// What does the authorisation server remember under this key?
MATCH (record:OAuthRecord {key: $key})
WHERE record.expiresAt IS NULL OR record.expiresAt > $now
RETURN record.sealedPayload AS sealedPayload, record.consumedAt AS consumedAt
