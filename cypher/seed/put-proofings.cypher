// Writes how it was made sure who learners are, unless it is there.
UNWIND $rows AS row
MATCH (learner:Learner {id: row.learnerId})
MATCH (school:Organization {id: row.organizationId})
MERGE (proofing:IdentityProofing {id: row.id})
ON CREATE SET
  proofing.method = row.method,
  proofing.level = row.level,
  proofing.verifier = row.verifier,
  proofing.provedAt = row.provedAt,
  proofing.recordedAt = row.provedAt
MERGE (learner)-[:HAS_PROOFING]->(proofing)
MERGE (school)-[:RECORDED]->(proofing)
