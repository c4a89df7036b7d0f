// Take the next rows of a batch for a while; the first write is the lock, so that nobody else takes the same.
MATCH (batch:IssuingBatch {id: $batchId})
SET batch.lockedAt = $now
WITH batch
WHERE batch.state = 'RUNNING'
CALL (batch) {
  MATCH (row:IssuingRow {batchId: batch.id, state: 'PENDING'})
  WHERE row.position > 0 AND (row.claimedUntil IS NULL OR row.claimedUntil < $now)
  RETURN row ORDER BY row.position LIMIT $limit
}
SET row.claimedUntil = $until, row.attempts = row.attempts + 1
RETURN row.position AS position, row.sealedRow AS sealedRow, row.attempts AS attempts
ORDER BY position
