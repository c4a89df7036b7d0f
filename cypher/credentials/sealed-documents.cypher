// What are the signed bytes of these credentials of a learner, sealed, with the learner's key?
UNWIND $ids AS id
MATCH (credential:Credential {id: id})<-[:HOLDS]-(:Learner {id: $learnerId})-[:PROTECTED_BY]->(key:PersonKey)
RETURN credential.id AS id, credential.sealedDocument AS sealedDocument, key {.id, .wrapped} AS key
