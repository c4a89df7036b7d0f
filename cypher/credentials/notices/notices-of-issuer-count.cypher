// How often did credentials issued by this organisation come near their end?
MATCH (issuer:Organization {id: $issuerId})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential)<-[:HOLDS]-(learner:Learner)
WITH credential, learner.id AS learnerId, issuer.id AS issuerId
// with fragments/credential-notice
RETURN count(*) AS total
