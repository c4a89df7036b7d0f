// The signed bytes of a credential, sealed, with its learner's key, if it is public or this is the secret of a link to it.
MATCH (credential:Credential {id: $id})<-[:HOLDS]-(learner:Learner)-[:PROTECTED_BY]->(key:PersonKey)
WITH credential, learner, key,
  EXISTS { MATCH (credential)-[:SHARED_BY]->(share:ShareLink {digest: $digest}) WHERE share.expiresAt > $now } AS byLink
WHERE byLink OR credential.publicSince IS NOT NULL
RETURN learner.id AS learnerId, credential.sealedDocument AS sealedDocument, key {.id, .wrapped} AS key, byLink
