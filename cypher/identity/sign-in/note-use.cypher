// Notes that an API key was used, unless that was noted within the last minute.
MATCH (key:ApiKey {id: $id})
WHERE key.lastUsedAt IS NULL OR key.lastUsedAt < $before
SET key.lastUsedAt = $now
