// Sets until when an API key works, and since when it is revoked.
MATCH (key:ApiKey {id: $id})
SET key.expiresAt = $expiresAt, key.revokedAt = $revokedAt
