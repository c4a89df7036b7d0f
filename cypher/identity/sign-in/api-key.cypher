// The API key with this id: what proves it, what it may do, and for whom it acts.
MATCH (key:ApiKey {id: $id})
OPTIONAL MATCH (key)-[:ACTS_FOR]->(organization:Organization)
OPTIONAL MATCH (key)-[:ACTS_AS]->(learner:Learner)
RETURN
  key.digest AS digest,
  key.role AS role,
  key.scopes AS scopes,
  key.expiresAt AS expiresAt,
  key.revokedAt AS revokedAt,
  organization.id AS organizationId,
  learner.id AS learnerId
