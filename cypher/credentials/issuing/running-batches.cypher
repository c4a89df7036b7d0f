// Which batches are not done, the one that has waited longest since its last turn first: whose are they, who started them, and may those still issue?
MATCH (batch:IssuingBatch {state: 'RUNNING'})
MATCH (batch)<-[:STARTED]-(organization:Organization)
MATCH (batch)-[:PROTECTED_BY]->(key:PersonKey)
WITH batch, organization, key, coalesce(batch.lockedAt, batch.createdAt) AS servedAt
ORDER BY servedAt, batch.id
LIMIT 20
RETURN batch.id AS id, batch.createdAt AS createdAt, organization.id AS organizationId, batch.by AS by, batch.role AS role,
  batch.byLearner AS byLearner, key {.id, .wrapped} AS key,
  EXISTS {
    MATCH (api:ApiKey {id: CASE WHEN batch.by STARTS WITH 'key:' THEN substring(batch.by, 4) END})-[:ACTS_FOR]->(organization)
    WHERE api.role = batch.role AND (api.revokedAt IS NULL OR api.revokedAt > $now) AND (api.expiresAt IS NULL OR api.expiresAt > $now)
  } OR EXISTS {
    MATCH (:Person {id: CASE WHEN batch.by STARTS WITH 'person:' THEN substring(batch.by, 7) END})-[membership:MEMBER_OF]->(organization)
    WHERE batch.role IN membership.roles
  } AS holds
ORDER BY servedAt, id
