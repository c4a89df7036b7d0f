// Hold a learner until the transaction ends, and say what they handed in for an assessment before and what came of it.
MATCH (learner:Learner {id: $learnerId})
SET learner.lockedAt = $now
WITH learner
WHERE learner.erasedAt IS NULL
RETURN COLLECT {
  MATCH (learner)-[:SUBMITTED]->(work:Submission)-[:ANSWERS]->(:Assessment {id: $assessmentId})
  RETURN work {
    .submittedAt,
    result: head(COLLECT { MATCH (work)-[:HAS_RESULT]->(result:Result) RETURN result {.achievedAt, .passed} })
  } ORDER BY work.submittedAt, work.id
} AS attempts
