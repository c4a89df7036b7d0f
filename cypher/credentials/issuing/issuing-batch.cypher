// How far is this batch of an organisation?
MATCH (organization:Organization {id: $organizationId})-[:STARTED]->(batch:IssuingBatch {id: $id})
RETURN batch.id AS id, organization.id AS organizationId, batch.state AS state, batch.createdAt AS createdAt,
  batch.finishedAt AS finishedAt, batch.total AS total, batch.issued AS issued, batch.existed AS existed, batch.failed AS failed
