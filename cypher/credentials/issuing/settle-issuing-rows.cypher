// Write what became of rows, forget what they said, count them, and end the batch with its last one, together with its key.
MATCH (batch:IssuingBatch {id: $batchId})
SET batch.lockedAt = $now
WITH batch
CALL (batch) {
  UNWIND $rows AS settled
  MATCH (row:IssuingRow {id: batch.id + '#' + toString(settled.position)})
  WHERE row.state = 'PENDING'
  SET row.state = settled.state, row.credentialId = settled.credentialId, row.code = settled.code, row.reason = settled.reason,
    row.argument = settled.argument, row.message = settled.message
  REMOVE row.sealedRow, row.claimedUntil
  RETURN count(CASE WHEN settled.state = 'ISSUED' THEN 1 END) AS issued,
    count(CASE WHEN settled.state = 'EXISTED' THEN 1 END) AS existed,
    count(CASE WHEN settled.state = 'FAILED' THEN 1 END) AS failed
}
SET batch.issued = batch.issued + issued, batch.existed = batch.existed + existed, batch.failed = batch.failed + failed
WITH batch
WHERE batch.state = 'RUNNING' AND batch.issued + batch.existed + batch.failed = batch.total
SET batch.state = 'FINISHED', batch.finishedAt = $now
WITH batch
MATCH (batch)-[:PROTECTED_BY]->(key:PersonKey)
DETACH DELETE key
