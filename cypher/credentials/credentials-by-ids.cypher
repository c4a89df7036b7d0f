// Which credentials have these ids, who holds and who issued them?
UNWIND $ids AS id
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential {id: id})-[:INSTANCE_OF]->(version:BadgeVersion)
MATCH (version)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
RETURN credential.id AS id, learner.id AS learnerId, version.id AS badgeVersionId, version.name AS name, issuer.id AS issuerId,
  credential.status AS status, credential.statusChangedAt AS statusChangedAt, credential.statusReason AS statusReason,
  credential.statusAudience AS statusAudience,
  credential.awardedAt AS awardedAt, credential.validFrom AS validFrom, credential.validUntil AS validUntil,
  credential.via AS via, credential.digest AS digest, credential.publicSince AS publicSince
