// Which session of the authorisation server is the one with this uid?
MATCH (record:OAuthRecord {uid: $uid})
WHERE record.key STARTS WITH $kind AND record.expiresAt > $now
RETURN record.key AS key, record.sealedPayload AS sealedPayload
