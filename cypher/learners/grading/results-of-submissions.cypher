// How were these submissions graded, criterion by criterion?
MATCH (learner:Learner)-[:SUBMITTED]->(submission:Submission)-[:HAS_RESULT]->(graded:Result)
WHERE submission.id IN $ids
CALL (graded) {
// with fragments/scores
}
RETURN submission.id AS submissionId, graded {
  .id, .achievedAt, .passed, .points, .sealedReason, moderated: coalesce(graded.moderated, false), learnerId: learner.id, scores: scores
} AS result
