// Which API keys of an organisation have these ids?
MATCH (:Organization {id: $organizationId})<-[:ACTS_FOR]-(key:ApiKey)
WHERE key.id IN $ids
RETURN key {
  .id, .name, .role, .scopes, .createdAt, .createdBy, .expiresAt, .revokedAt, .lastUsedAt,
  replaces: head([(key)-[:REPLACES]->(old:ApiKey) | old.id])
} AS key
