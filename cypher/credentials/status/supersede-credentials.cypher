// Let credentials that stand take the place of others, with who sees those; of which was it done (the first write is the lock)?
UNWIND $pairs AS pair
MATCH (credential:Credential {id: pair.id})<-[:HOLDS]-(learner:Learner)-[:HOLDS]->(earlier:Credential {id: pair.replacesId})
SET credential.statusEntry = credential.statusEntry
WITH credential, earlier
WHERE credential.status = 'ACTIVE'
MERGE (credential)-[:REPLACES]->(earlier)
SET credential.publicSince = coalesce(credential.publicSince, earlier.publicSince)
WITH credential, earlier
CALL (credential, earlier) {
  MATCH (earlier)-[shared:SHARED_BY]->(link:ShareLink)
  MERGE (credential)-[:SHARED_BY]->(link)
  DELETE shared
}
RETURN credential.id AS id, earlier.id AS replacesId
