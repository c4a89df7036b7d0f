// What do others say in favour of these badge versions and issuers, and who are they? Accepted, newest first.
MATCH (subject:BadgeVersion|Organization)
WHERE subject.id IN $subjectIds
MATCH (subject)<-[:ENDORSES]-(endorsement:Endorsement {state: 'ACCEPTED'})<-[:ENDORSED]-(endorser:Organization)
RETURN subject.id AS subjectId, CASE WHEN subject:Organization THEN 'ISSUER' ELSE 'BADGE' END AS kind,
  endorsement {.id, .statement, .at, .document} AS endorsement, endorser {.id, .name, .url} AS endorser
ORDER BY endorsement.at DESC, endorsement.id
