// By what is this learner known: what they are named by and, if asked, the documents of their credentials; sealed, with the key that opens them?
MATCH (learner:Learner {id: $learnerId})-[:PROTECTED_BY]->(key:PersonKey)
RETURN learner.sealedProfile AS sealedProfile, learner.sealedRecipient AS sealedRecipient, key {.id, .wrapped} AS key,
  CASE WHEN $documents THEN [(learner)-[:HOLDS]->(credential:Credential) | credential {.id, .sealedDocument}] ELSE [] END AS credentials
