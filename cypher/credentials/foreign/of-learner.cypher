// The credentials from elsewhere in a learner's record, the last that was brought first.
MATCH (learner:Learner {id: $learnerId})-[:BROUGHT]->(foreign:ForeignCredential)
WHERE foreign.broughtAt < $beforeAt OR (foreign.broughtAt = $beforeAt AND foreign.id > $afterId)
MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN foreign {.id, .format, .standing, .broughtAt, .checkedAt, .validUntil, .digest, .sealedReport} AS foreign,
  key {.id, .wrapped} AS key
ORDER BY foreign.broughtAt DESC, foreign.id
LIMIT $limit
