// Stores an API key that acts for an organisation or as a learner, in place of one with the same id; no row when neither exists.
OPTIONAL MATCH (organization:Organization {id: $organizationId})
OPTIONAL MATCH (learner:Learner {id: $learnerId})
WITH organization, learner
WHERE organization IS NOT NULL OR learner IS NOT NULL
OPTIONAL MATCH (old:ApiKey {id: $replaces})
MERGE (key:ApiKey {id: $id})
SET
  key.name = $name,
  key.digest = $digest,
  key.role = $role,
  key.scopes = $scopes,
  key.createdAt = $now,
  key.createdBy = $createdBy,
  key.expiresAt = $expiresAt,
  key.revokedAt = null
FOREACH (_ IN CASE WHEN organization IS NULL THEN [] ELSE [1] END |
  MERGE (key)-[:ACTS_FOR]->(organization)
)
FOREACH (_ IN CASE WHEN learner IS NULL THEN [] ELSE [1] END |
  MERGE (key)-[:ACTS_AS]->(learner)
)
FOREACH (_ IN CASE WHEN old IS NULL THEN [] ELSE [1] END |
  MERGE (key)-[:REPLACES]->(old)
)
RETURN key.id AS id
