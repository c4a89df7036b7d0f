// Withdraw credentials, and with them the skills they prove; those withdrawn before stay as they are (the first write is the lock).
UNWIND $revocations AS row
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential {id: row.id})-[listed:LISTED_IN]->(list:StatusList)<-[:PUBLISHES]-(issuer:Organization)
SET credential.statusEntry = credential.statusEntry
WITH row, learner, credential, listed.index AS index, list, issuer, credential.status <> 'REVOKED' AS changed
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  SET credential.status = 'REVOKED', credential.statusChangedAt = row.at, credential.statusReason = row.reason
)
WITH learner, credential, index, list, issuer, changed
CALL (learner, credential) {
  MATCH (learner)-[proven:HAS_SKILL {credentialId: credential.id}]->(:Skill)
  DELETE proven
}
RETURN credential.id AS id, learner.id AS learnerId, issuer.id AS issuerId, list.id AS listId, index, changed
