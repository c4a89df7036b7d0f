// What are the signed bytes of these credentials, sealed, with the key of the person they belong to?
UNWIND $ids AS id
MATCH (credential:Credential {id: id})<-[:HOLDS]-(:Learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN credential.id AS id, credential.sealedDocument AS sealedDocument, key {.id, .wrapped} AS key
