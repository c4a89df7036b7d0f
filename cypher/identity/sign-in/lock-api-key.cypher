// Takes the lock of an organisation's API key, and answers it with those it replaces or that replace it.
MATCH (:Organization {id: $organizationId})<-[:ACTS_FOR]-(key:ApiKey {id: $id})
SET key.lockedAt = datetime()
RETURN
  key {.name, .role, .scopes, .expiresAt, .revokedAt} AS key,
  [(key)-[:REPLACES]-(other:ApiKey) | other {.expiresAt, .revokedAt}] AS neighbours
