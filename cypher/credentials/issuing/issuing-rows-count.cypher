// How many rows of a batch of an organisation are in this state?
MATCH (:Organization {id: $organizationId})-[:STARTED]->(batch:IssuingBatch {id: $batchId})
MATCH (row:IssuingRow {batchId: batch.id})
WHERE $state IS NULL OR row.state = $state
RETURN count(row) AS total
