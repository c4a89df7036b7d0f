// Lay out a part of a batch in rows, unless somebody did before (the first write is the lock).
MATCH (batch:IssuingBatch {id: $batchId})
SET batch.lockedAt = $now
WITH batch
MATCH (batch)-[:HAS_PART]->(part:IssuingPart {id: $partId})
DETACH DELETE part
WITH batch
UNWIND $rows AS row
CREATE (batch)-[:HAS_ROW]->(:IssuingRow {
  id: batch.id + '#' + toString(row.position), batchId: batch.id, position: row.position, state: 'PENDING', attempts: 0,
  sealedRow: row.sealedRow
})
