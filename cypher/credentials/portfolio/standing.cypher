// What are the signed bytes of these credentials of a learner, or of those that took their place since, sealed, with the learner's key?
UNWIND $ids AS asked
MATCH (learner:Learner {id: $learnerId})-[:HOLDS]->(chosen:Credential {id: asked})
MATCH (chosen)<-[:REPLACES*0..]-(credential:Credential)
WHERE EXISTS { (learner)-[:HOLDS]->(credential) } AND NOT EXISTS { (:Credential)-[:REPLACES]->(credential) }
WITH asked, learner, credential ORDER BY credential.issuedAt DESC, credential.id DESC
WITH asked, learner, head(collect(credential)) AS credential
MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN asked, credential.id AS id, credential.sealedDocument AS sealedDocument, key {.id, .wrapped} AS key
