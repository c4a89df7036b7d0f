// By which key is what is said of this credential sealed, does it count, and does an organisation stand for it already?
MATCH (credential:Credential {id: $credentialId})<-[:HOLDS]-(:Learner)-[:PROTECTED_BY]->(key:PersonKey)
MATCH (credential)-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
MATCH (endorser:Organization {id: $organizationId})
RETURN key {.id, .wrapped} AS key, credential.status AS status, issuer.id AS issuerId,
  endorser {.id, .name, .url} AS endorser,
  EXISTS {
    MATCH (endorser)-[:ENDORSED]->(endorsement:Endorsement)-[:ENDORSES]->(credential)
    WHERE endorsement.state IN ['PROPOSED', 'ACCEPTED']
  } AS standing
