// When did credentials held by this learner come near their end, the first first?
MATCH (learner:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
WITH credential, learner.id AS learnerId, issuer.id AS issuerId
// with fragments/credential-notice
  AND (at > $afterAt OR (at = $afterAt AND id > $afterId))
RETURN id, at, days, credential.id AS credentialId, learnerId, issuerId
ORDER BY at, id
LIMIT $limit
