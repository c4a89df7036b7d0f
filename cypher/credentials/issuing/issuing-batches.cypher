// Which batches of awards has this organisation started, the newest first?
MATCH (organization:Organization {id: $organizationId})-[:STARTED]->(batch:IssuingBatch)
WHERE batch.createdAt < $beforeAt OR (batch.createdAt = $beforeAt AND batch.id > $afterId)
RETURN batch.id AS id, organization.id AS organizationId, batch.state AS state, batch.createdAt AS createdAt,
  batch.finishedAt AS finishedAt, batch.total AS total, batch.issued AS issued, batch.existed AS existed, batch.failed AS failed
ORDER BY createdAt DESC, id
LIMIT $limit
