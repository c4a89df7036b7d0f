// Write how an organisation made sure who a learner is.
MATCH (learner:Learner {id: $learnerId})
SET learner.lockedAt = $now
WITH learner
WHERE learner.erasedAt IS NULL
MATCH (organization:Organization {id: $organizationId})
CREATE (learner)-[:HAS_PROOFING]->(proofing:IdentityProofing {
  id: $id, method: $method, level: $level, verifier: $verifier, provedAt: $provedAt, recordedAt: $now
})<-[:RECORDED]-(organization)
RETURN proofing.id AS id
