// Write signed credentials, unless their badge was withdrawn meanwhile, each with its status entry, what it rests on and the skills it proves.
UNWIND $credentials AS row
MATCH (learner:Learner {id: row.learnerId})
SET learner.lockedAt = row.issuedAt
WITH row, learner
WHERE learner.erasedAt IS NULL
MATCH (version:BadgeVersion {id: row.badgeVersionId})
WHERE version.state <> 'WITHDRAWN'
MATCH (list:StatusList {id: row.statusListId})
CREATE (learner)-[:HOLDS]->(credential:Credential {
  id: row.id, awardKey: row.awardKey, awardedAt: row.awardedAt, issuedAt: row.issuedAt,
  validFrom: row.awardedAt, validUntil: row.validUntil, status: 'ACTIVE', statusChangedAt: row.issuedAt, via: row.via,
  sealedDocument: row.sealedDocument, digest: row.digest, content: row.content, statusEntry: row.statusEntry,
  signedWith: row.signedWith
})-[:INSTANCE_OF]->(version)
CREATE (credential)-[:LISTED_IN {index: row.statusIndex}]->(list)
WITH learner, credential, row
CALL (credential, row) {
  UNWIND row.resultIds AS resultId
  MATCH (result:Result {id: resultId})
  CREATE (credential)-[:RESTS_ON]->(result)
}
CALL (credential, row) {
  UNWIND row.usedCredentialIds AS usedId
  MATCH (used:Credential {id: usedId})
  CREATE (credential)-[:USED]->(used)
}
CALL (learner, credential, row) {
  UNWIND row.skills AS proven
  MATCH (skill:Skill {uri: proven.uri})
  CREATE (learner)-[:HAS_SKILL {
    credentialId: credential.id, level: proven.level, since: row.awardedAt, until: row.skillsUntil
  }]->(skill)
}
RETURN credential.id AS id
