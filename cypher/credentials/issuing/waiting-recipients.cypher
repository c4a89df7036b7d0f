// Whom does this organisation know by these e-mail addresses or DIDs: learners it registered, and records that wait for their person?
UNWIND $recipients AS asked
CALL (asked) {
  MATCH (learner:Learner {emailIndex: asked.emailIndex})<-[:REGISTERED]-(:Organization {id: $organizationId})
  RETURN learner, 1 AS rank
  UNION
  MATCH (learner:Learner {recipientIndex: asked.recipientIndex})<-[:REGISTERED]-(:Organization {id: $organizationId})
  RETURN learner, 2 AS rank
}
WITH asked, learner ORDER BY rank
WITH asked, head(collect(learner)) AS learner
OPTIONAL MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN asked.recipientIndex AS recipientIndex, learner.id AS learnerId, key {.id, .wrapped} AS key
