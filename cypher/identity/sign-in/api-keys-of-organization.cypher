// The API keys of an organisation that were made before a given one, the newest first.
MATCH (:Organization {id: $organizationId})<-[:ACTS_FOR]-(key:ApiKey)
WHERE key.createdAt < $beforeAt OR (key.createdAt = $beforeAt AND key.id < $afterId)
WITH key ORDER BY key.createdAt DESC, key.id DESC LIMIT $limit
RETURN key {
  .id, .name, .role, .scopes, .createdAt, .createdBy, .expiresAt, .revokedAt, .lastUsedAt,
  replaces: head([(key)-[:REPLACES]->(old:ApiKey) | old.id])
} AS key
