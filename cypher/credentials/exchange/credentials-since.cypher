// Which credentials does a learner hold that were issued, or brought from elsewhere, after an instant, oldest first; and how many are there?
MATCH (learner:Learner {id: $learnerId})
CALL (learner) {
  MATCH (learner)-[:HOLDS]->(credential:Credential)
  WHERE credential.issuedAt > $since
  RETURN credential.id AS id, credential.issuedAt AS at, true AS isOurs
  UNION ALL
  MATCH (learner)-[:BROUGHT]->(foreign:ForeignCredential)
  WHERE foreign.broughtAt > $since AND foreign.format IN ['JSON', 'JWT']
  RETURN foreign.id AS id, foreign.broughtAt AS at, false AS isOurs
}
WITH id, at, isOurs ORDER BY at, id
WITH collect({id: id, isOurs: isOurs}) AS found
RETURN size(found) AS total, found[$offset..$offset + $limit] AS entries
