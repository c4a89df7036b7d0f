// Which learners are these, with their sealed profile and the key that opens it?
UNWIND $learnerIds AS learnerId
MATCH (learner:Learner {id: learnerId})
OPTIONAL MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN learner.id AS learnerId, learner.sealedProfile AS sealedProfile,
  learner.sealedRecipient AS sealedRecipient, key {.id, .wrapped} AS key
