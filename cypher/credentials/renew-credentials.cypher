// Link new assessed credentials each to the one they renew: the newest the learner held of the same badge, for other work, that was not withdrawn.
UNWIND $ids AS id
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential {id: id, via: 'ASSESSED'})-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)
CALL (learner, credential, badge) {
  MATCH (badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(earlier:Credential {via: 'ASSESSED'})<-[:HOLDS]-(learner)
  WHERE earlier.id <> credential.id AND earlier.status <> 'REVOKED' AND earlier.awardedAt < credential.awardedAt
  RETURN earlier ORDER BY earlier.awardedAt DESC, earlier.id LIMIT 1
}
CREATE (credential)-[:RENEWS]->(earlier)
