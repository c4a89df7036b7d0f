// Hold a learner until the transaction ends, and say whether they are enrolled in a learning unit just now.
MATCH (learner:Learner {id: $learnerId})
SET learner.lockedAt = $now
WITH learner
WHERE learner.erasedAt IS NULL
RETURN head(COLLECT {
  MATCH (learner)-[:HAS_ENROLMENT]->(enrolment:Enrolment {state: 'ENROLLED'})-[:OF_UNIT]->(:LearningUnit {id: $unitId})
  RETURN enrolment.id
}) AS enrolmentId
