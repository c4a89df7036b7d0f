// Which endorsements of credentials did a learner get or an organisation give, newest first?
MATCH (endorser:Organization)-[:ENDORSED]->(endorsement:Endorsement)-[:ENDORSES]->(credential:Credential)<-[:HOLDS]-(learner:Learner)-[:PROTECTED_BY]->(key:PersonKey)
WHERE (learner.id = $learnerId OR endorser.id = $organizationId)
  AND endorsement.state IN $states
  AND ($credentialId IS NULL OR credential.id = $credentialId)
  AND (endorsement.at < $beforeAt OR (endorsement.at = $beforeAt AND endorsement.id > $afterId))
WITH endorser, endorsement, credential, learner, key
ORDER BY endorsement.at DESC, endorsement.id
LIMIT $limit
// with fragments/credential-endorsement
