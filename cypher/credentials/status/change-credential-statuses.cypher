// Give credentials another status where it may follow the one they have and their document can say it; without it, take away the skills they prove (the first write is the lock).
UNWIND $changes AS row
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential {id: row.id})-[listed:LISTED_IN]->(list:StatusList)<-[:PUBLISHES]-(issuer:Organization)
MATCH (credential)-[:INSTANCE_OF]->(version:BadgeVersion)
SET credential.statusEntry = credential.statusEntry
WITH row, learner, credential, version, listed.index AS index, list, issuer, credential.status AS before,
  credential.status IN $from AND ($purpose IS NULL OR list.purpose = $purpose) AS changed
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  SET credential.status = $to, credential.statusChangedAt = row.at, credential.statusReason = row.reason,
    credential.statusAudience = row.audience
)
WITH learner, credential, version, index, list, issuer, before, changed
CALL (learner, credential, changed) {
  MATCH (learner)-[proven:HAS_SKILL {credentialId: credential.id}]->(:Skill)
  WHERE changed AND $to <> 'ACTIVE'
  DELETE proven
}
RETURN credential.id AS id, learner.id AS learnerId, issuer.id AS issuerId, version.id AS badgeVersionId,
  credential.awardedAt AS awardedAt, credential.validUntil AS validUntil,
  list.id AS listId, list.purpose AS purpose, index, before, changed
ORDER BY id
