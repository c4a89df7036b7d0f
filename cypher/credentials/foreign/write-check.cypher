// Write what came of verifying a credential from elsewhere, and the skills known here that it claims.
MATCH (:Learner {id: $learnerId})-[:BROUGHT]->(foreign:ForeignCredential {id: $id})
SET foreign.checkedAt = $now, foreign.standing = $standing, foreign.validUntil = $validUntil, foreign.sealedReport = $sealedReport
WITH foreign
CALL (foreign) {
  MATCH (foreign)-[old:CLAIMS]->(:Skill)
  DELETE old
}
WITH foreign
CALL (foreign) {
  UNWIND $claims AS claim
  MATCH (skill:Skill:Concept {uri: claim.uri})
  MERGE (foreign)-[claims:CLAIMS]->(skill)
  SET claims.vouched = claim.vouched
}
RETURN foreign.id AS id
