// Make records that wait for their person, each with a key, for recipients who are no learners yet.
MATCH (organization:Organization {id: $organizationId})
UNWIND $learners AS row
CREATE (organization)-[:REGISTERED]->(learner:Learner {
  id: row.id, tieBreak: row.tieBreak, createdAt: $now, recipientIndex: row.recipientIndex, sealedRecipient: row.sealedRecipient
})-[:PROTECTED_BY]->(:PersonKey {id: row.keyId, wrapped: row.wrapped, kek: row.kek})
