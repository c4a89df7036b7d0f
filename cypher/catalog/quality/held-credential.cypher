// Of which badge version is a credential that this learner holds, and how many people hold one of the same badge?
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(:Credential {id: $credentialId})-[:INSTANCE_OF]->(version:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)<-[:ISSUES]-(issuer:Organization)
RETURN version.id AS versionId, issuer.id AS issuerId, COUNT {
  MATCH (badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(:Credential)<-[:HOLDS]-(holder:Learner)
  RETURN DISTINCT holder
} AS holders
