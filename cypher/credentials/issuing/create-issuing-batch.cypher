// Write a batch of awards to carry out, in parts, with the key that seals what they say until they are done.
MATCH (organization:Organization {id: $organizationId})
CREATE (organization)-[:STARTED]->(batch:IssuingBatch {
  id: $id, state: 'RUNNING', createdAt: $now, total: $total, issued: 0, existed: 0, failed: 0,
  by: $by, role: $role, byLearner: $byLearner
})-[:PROTECTED_BY]->(:PersonKey {id: $key.id, wrapped: $key.wrapped, kek: $key.kek})
WITH batch
CALL (batch) {
  UNWIND $parts AS part
  CREATE (batch)-[:HAS_PART]->(:IssuingPart {
    id: batch.id + '#' + toString(part.first), position: part.first, sealedRows: part.sealedRows
  })
}
RETURN batch.id AS id
