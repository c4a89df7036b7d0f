// Write credentials that take the place of others: the same award, what it rests on, who sees it; each once and only while they stand or were revoked for this incident (the first write is the lock).
UNWIND $credentials AS row
MATCH (learner:Learner)-[:HOLDS]->(old:Credential {id: row.replacesId})-[:INSTANCE_OF]->(version:BadgeVersion)
SET learner.lockedAt = row.issuedAt, old.statusEntry = old.statusEntry
WITH row, learner, old, version, old.awardKey AS awardKey
WHERE learner.erasedAt IS NULL AND NOT EXISTS { (:Credential)-[:REPLACES]->(old) }
  AND (old.status = 'ACTIVE' OR EXISTS { (old)-[:REVOKED_FOR]->(:KeyIncident {id: $incidentId}) })
MATCH (list:StatusList {id: row.statusListId})
SET old.awardKey = null
CREATE (learner)-[:HOLDS]->(credential:Credential {
  id: row.id, awardKey: awardKey, awardedAt: old.awardedAt, issuedAt: row.issuedAt, validFrom: old.validFrom,
  validUntil: old.validUntil, status: 'ACTIVE', statusChangedAt: row.issuedAt, via: old.via, publicSince: old.publicSince,
  sealedDocument: row.sealedDocument, digest: row.digest, content: row.content, statusEntry: row.statusEntry,
  signedWith: row.signedWith
})-[:INSTANCE_OF]->(version)
CREATE (credential)-[:LISTED_IN {index: row.statusIndex}]->(list)
CREATE (credential)-[:REPLACES]->(old)
WITH learner, credential, old, version
CALL (credential, old) {
  MATCH (old)-[:RESTS_ON]->(result:Result)
  CREATE (credential)-[:RESTS_ON]->(result)
}
CALL (credential, old) {
  MATCH (old)-[:USED]->(part:Credential)
  CREATE (credential)-[:USED]->(part)
}
CALL (credential, old) {
  MATCH (whole:Credential)-[:USED]->(old)
  CREATE (whole)-[:USED]->(credential)
}
CALL (credential, old) {
  MATCH (old)-[:RENEWS]->(earlier:Credential)
  CREATE (credential)-[:RENEWS]->(earlier)
}
CALL (credential, old) {
  MATCH (later:Credential)-[:RENEWS]->(old)
  CREATE (later)-[:RENEWS]->(credential)
}
CALL (credential, old) {
  MATCH (old)-[shared:SHARED_BY]->(link:ShareLink)
  CREATE (credential)-[:SHARED_BY]->(link)
  DELETE shared
}
RETURN credential.id AS id, old.id AS replacesId, old.status AS replacedStatus, learner.id AS learnerId, version.id AS badgeVersionId,
  credential.awardedAt AS awardedAt, credential.validUntil AS validUntil
