// Withdraw credentials that are not withdrawn yet, and with them the skills they prove.
UNWIND $revocations AS row
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential {id: row.id})-[listed:LISTED_IN]->(list:StatusList)
WHERE credential.status <> 'REVOKED'
SET credential.status = 'REVOKED', credential.statusChangedAt = row.at, credential.statusReason = row.reason
WITH learner, credential, listed.index AS index, list
CALL (learner, credential) {
  MATCH (learner)-[proven:HAS_SKILL {credentialId: credential.id}]->(:Skill)
  DELETE proven
}
RETURN credential.id AS id, list.id AS listId, index
