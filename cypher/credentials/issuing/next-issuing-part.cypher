// Which part of this batch is the next to be laid out in rows?
MATCH (:IssuingBatch {id: $batchId})-[:HAS_PART]->(part:IssuingPart)
RETURN part.id AS id, part.position AS first, part.sealedRows AS sealedRows
ORDER BY first
LIMIT 1
