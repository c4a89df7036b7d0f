// The stacked badges on offer that these learners hold a part of and were never awarded, with all they have of the parts.
UNWIND $learnerIds AS learnerId
MATCH (learner:Learner {id: learnerId})-[:HOLDS]->(:Credential {status: 'ACTIVE'})-[:INSTANCE_OF]->(:BadgeVersion)
  <-[:HAS_VERSION]-(:Badge)<-[:STACKS]-(version:BadgeVersion {state: 'PUBLISHED'})
WITH DISTINCT learner, version
WHERE NOT EXISTS { (learner)-[:HOLDS]->(:Credential {via: 'STACKED'})-[:INSTANCE_OF]->(version) }
RETURN learner.id AS learnerId, version.id AS versionId,
  COLLECT { MATCH (version)-[:STACKS]->(part:Badge) RETURN part.id ORDER BY part.id } AS partIds,
  COLLECT {
    MATCH (version)-[:STACKS]->(part:Badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential)<-[:HOLDS]-(learner)
    RETURN credential {.status, .awardedAt, .validFrom, .validUntil, credentialId: credential.id, badgeId: part.id}
  } AS credentials
ORDER BY learnerId, versionId
