// What became of the rows of a batch of an organisation, in order?
MATCH (:Organization {id: $organizationId})-[:STARTED]->(batch:IssuingBatch {id: $batchId})
MATCH (row:IssuingRow {batchId: batch.id})
WHERE row.position > $after AND ($state IS NULL OR row.state = $state)
RETURN $organizationId AS organizationId, row.position AS position, row.state AS state, row.credentialId AS credentialId,
  row.code AS code, row.reason AS reason, row.argument AS argument, row.message AS message
ORDER BY position
LIMIT $limit
