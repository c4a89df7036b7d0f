// Stop a batch of an organisation, unless it is over; what its rows still said is lost with its key.
MATCH (:Organization {id: $organizationId})-[:STARTED]->(batch:IssuingBatch {id: $id})
SET batch.lockedAt = $now
WITH batch, batch.state AS before
FOREACH (_ IN CASE WHEN before = 'RUNNING' THEN [1] ELSE [] END |
  SET batch.state = 'STOPPED', batch.finishedAt = $now
)
WITH batch, before
CALL (batch, before) {
  MATCH (batch)-[:PROTECTED_BY|HAS_PART]->(gone:PersonKey|IssuingPart)
  WHERE before = 'RUNNING'
  DETACH DELETE gone
}
RETURN batch.id AS id, before
