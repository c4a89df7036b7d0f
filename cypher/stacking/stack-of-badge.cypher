// What a stacked badge asks for now, and what a learner has been awarded of it and of its parts.
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge {id: $badgeId})-[:HAS_VERSION]->(version:BadgeVersion {state: 'PUBLISHED'})
OPTIONAL MATCH (learner:Learner {id: $learnerId})
RETURN badge.id AS badgeId, version.name AS name, version.id AS versionId, version.number AS number, issuer.id AS issuerId,
  learner IS NOT NULL AS learnerExists,
  EXISTS {
    (learner)-[:HOLDS]->(:Credential)-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer)
  } AS issuedTo,
  COLLECT {
    MATCH (version)-[:STACKS]->(part:Badge)<-[:ISSUES]-(partIssuer:Organization)
    RETURN {id: part.id, name: part.name, issuerId: partIssuer.id} ORDER BY part.name, part.id
  } AS parts,
  COLLECT {
    MATCH (version)-[:STACKS]->(part:Badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential)<-[:HOLDS]-(learner)
    RETURN credential {.status, .awardedAt, .validFrom, .validUntil, credentialId: credential.id, badgeId: part.id}
  } AS credentials,
  COLLECT {
    MATCH (badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential {status: 'ACTIVE'})<-[:HOLDS]-(learner)
    RETURN credential.id ORDER BY credential.awardedAt DESC, credential.id
  } AS awards
