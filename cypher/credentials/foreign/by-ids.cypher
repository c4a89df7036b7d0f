// Which of a learner's credentials from elsewhere have these ids, and what was signed?
UNWIND $ids AS foreignId
MATCH (learner:Learner {id: $learnerId})-[:BROUGHT]->(foreign:ForeignCredential {id: foreignId})
MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN foreign {.id, .format, .standing, .broughtAt, .checkedAt, .validUntil, .digest, .sealedReport} AS foreign,
  foreign.sealedDocument AS sealedDocument, key {.id, .wrapped} AS key
