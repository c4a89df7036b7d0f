// What does this endorsement of a credential say, for its learner or its endorser?
MATCH (endorsement:Endorsement {id: $id})
MATCH (endorser:Organization)-[:ENDORSED]->(endorsement)-[:ENDORSES]->(credential:Credential)<-[:HOLDS]-(learner:Learner)-[:PROTECTED_BY]->(key:PersonKey)
WHERE learner.id = $learnerId OR endorser.id = $organizationId
// with fragments/credential-endorsement
