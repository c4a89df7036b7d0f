// Write that an organisation endorses a credential, which its learner has yet to accept; nothing when it stands for it already or the learner was erased.
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential {id: $credentialId})
SET learner.lockedAt = $now
WITH learner, credential
WHERE learner.erasedAt IS NULL AND credential.status = 'ACTIVE' AND NOT EXISTS {
  MATCH (:Organization {id: $endorserId})-[:ENDORSED]->(standing:Endorsement)-[:ENDORSES]->(credential)
  WHERE standing.state IN ['PROPOSED', 'ACCEPTED']
}
MATCH (endorser:Organization {id: $endorserId})
CREATE (endorser)-[:ENDORSED]->(endorsement:Endorsement {
  id: $id, at: $now, state: 'PROPOSED', capacity: $capacity, sealedStatement: $sealedStatement, sealedDocument: $sealedDocument
})-[:ENDORSES]->(credential)
RETURN endorsement.id AS id, learner.id AS learnerId
