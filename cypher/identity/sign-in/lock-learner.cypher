// Takes the lock of a learner's record, and answers whether somebody has claimed it.
MATCH (learner:Learner {id: $id})
SET learner.lockedAt = datetime()
RETURN EXISTS { (:Person)-[:IS]->(learner) } AS claimed
