// How often did credentials held by this learner come near their end?
MATCH (learner:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
WITH credential, learner.id AS learnerId, issuer.id AS issuerId
// with fragments/credential-notice
RETURN count(*) AS total
