// Which batches are not done, the oldest first: whose are they, and who started them?
MATCH (batch:IssuingBatch {state: 'RUNNING'})
MATCH (batch)<-[:STARTED]-(organization:Organization)
MATCH (batch)-[:PROTECTED_BY]->(key:PersonKey)
RETURN batch.id AS id, batch.createdAt AS createdAt, organization.id AS organizationId, batch.by AS by, batch.role AS role,
  batch.byLearner AS byLearner, key {.id, .wrapped} AS key
ORDER BY createdAt, id
LIMIT 20
