// How surely is a learner to be known for a badge version, and how did its issuer make sure? Only versions that ask for it.
UNWIND $pairs AS pair
MATCH (version:BadgeVersion {id: pair.badgeVersionId})<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
WHERE version.identityProofing IS NOT NULL
MATCH (learner:Learner {id: pair.learnerId})
RETURN learner.id AS learnerId, version.identityProofing AS asked,
  COLLECT {
    MATCH (learner)-[:HAS_PROOFING]->(proofing:IdentityProofing)<-[:RECORDED]-(issuer)
    RETURN proofing {.level, .withdrawnAt}
  } AS proofings
