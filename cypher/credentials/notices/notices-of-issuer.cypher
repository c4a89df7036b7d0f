// When did credentials issued by this organisation come near their end, the first first?
MATCH (issuer:Organization {id: $issuerId})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential)<-[:HOLDS]-(learner:Learner)
WITH credential, learner.id AS learnerId, issuer.id AS issuerId
// with fragments/credential-notice
  AND (at > $afterAt OR (at = $afterAt AND id > $afterId))
RETURN id, at, days, credential.id AS credentialId, learnerId, issuerId
ORDER BY at, id
LIMIT $limit
