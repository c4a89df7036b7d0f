// How many endorsements of credentials did a learner get or an organisation give?
MATCH (endorser:Organization)-[:ENDORSED]->(endorsement:Endorsement)-[:ENDORSES]->(credential:Credential)<-[:HOLDS]-(learner:Learner)
WHERE (learner.id = $learnerId OR endorser.id = $organizationId)
  AND endorsement.state IN $states
  AND ($credentialId IS NULL OR credential.id = $credentialId)
RETURN count(endorsement) AS total
