// Which credential would each of these awards renew: the newest its learner held of the same badge, for other work, that was not withdrawn?
UNWIND $awards AS row
MATCH (learner:Learner {id: row.learnerId})
MATCH (:BadgeVersion {id: row.badgeVersionId})<-[:HAS_VERSION]-(badge:Badge)
CALL (learner, badge, row) {
  MATCH (badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(earlier:Credential {via: 'ASSESSED'})<-[:HOLDS]-(learner)
  WHERE earlier.status <> 'REVOKED' AND earlier.awardedAt < row.awardedAt AND coalesce(earlier.awardKey, '') <> row.awardKey
  RETURN earlier ORDER BY earlier.awardedAt DESC, earlier.id LIMIT 1
}
RETURN row.awardKey AS awardKey, earlier.id AS id, earlier.digest AS digest
