// Note that a learner lets a host in, unless they let in as many as may be; a host they let in before takes its own place.
MATCH (learner:Learner {id: $learnerId})
SET learner.lockedAt = $now
WITH learner
CALL (learner) {
  MATCH (learner)-[:CONNECTED]->(old:ConnectedHost {clientDigest: $clientDigest})
  OPTIONAL MATCH (record:OAuthRecord)
  WHERE record.grant = old.id OR record.key = 'Grant|' + old.id
  DETACH DELETE old, record
}
WITH learner, COUNT { (learner)-[:CONNECTED]->(:ConnectedHost) } AS connected
FOREACH (_ IN CASE WHEN connected < $most THEN [1] ELSE [] END |
  CREATE (learner)-[:CONNECTED]->(:ConnectedHost {
    id: $id, clientDigest: $clientDigest, name: $name, address: $address, scopes: $scopes, connectedAt: $now
  })
)
RETURN connected
