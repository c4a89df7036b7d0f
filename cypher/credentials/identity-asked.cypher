// How surely is a learner to be known for a badge version, and how did its issuer make sure? Only versions that ask for it; of somebody who is no learner yet nothing is known.
UNWIND $pairs AS pair
MATCH (version:BadgeVersion {id: pair.badgeVersionId})<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
WHERE version.identityProofing IS NOT NULL
OPTIONAL MATCH (learner:Learner {id: pair.learnerId})
RETURN pair.learnerId AS learnerId, version.identityProofing AS asked,
  COLLECT {
    MATCH (learner)-[:HAS_PROOFING]->(proofing:IdentityProofing)<-[:RECORDED]-(issuer)
    RETURN proofing {.level, .withdrawnAt}
  } AS proofings
