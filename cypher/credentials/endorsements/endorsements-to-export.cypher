// What do others say in favour of this badge version or issuer, and who are they? Accepted, newest first.
MATCH (subject:BadgeVersion|Organization {id: $subjectId})<-[:ENDORSES]-(endorsement:Endorsement {state: 'ACCEPTED'})<-[:ENDORSED]-(endorser:Organization)
RETURN subject.id AS subjectId, CASE WHEN subject:Organization THEN 'ISSUER' ELSE 'BADGE' END AS kind,
  endorsement {.id, .statement, .at, .document} AS endorsement, endorser {.id, .name, .url} AS endorser
ORDER BY endorsement.at DESC, endorsement.id
LIMIT $limit
