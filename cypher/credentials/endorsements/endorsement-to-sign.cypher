// What does this endorsement of a badge version or an issuer say, whose is it, and was it signed?
MATCH (endorser:Organization)-[:ENDORSED]->(endorsement:Endorsement {id: $id})-[:ENDORSES]->(subject:BadgeVersion|Organization)
RETURN subject.id AS subjectId, CASE WHEN subject:Organization THEN 'ISSUER' ELSE 'BADGE' END AS kind,
  endorsement {.id, .statement, .at, .document} AS endorsement, endorser {.id, .name, .url} AS endorser,
  endorsement.state = 'ACCEPTED' AS accepted
