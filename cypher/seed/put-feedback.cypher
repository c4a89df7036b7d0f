// Writes what learners of the sample world say of their badges, unless it is there.
UNWIND $rows AS row
MATCH (version:BadgeVersion {id: row.badgeVersionId})
MERGE (feedback:Feedback {once: row.once})
ON CREATE SET
  feedback.id = row.id,
  feedback.rating = row.rating,
  feedback.anonymous = row.learnerId IS NULL,
  feedback.month = row.month,
  feedback.givenAt = row.givenAt,
  feedback.words = row.words,
  feedback.sealedWords = row.sealedWords,
  feedback.closedAt = row.closedAt,
  feedback.answer = row.answer
MERGE (feedback)-[:FEEDBACK_ON]->(version)
WITH row, feedback
CALL (row, feedback) {
  MATCH (learner:Learner {id: row.learnerId})
  MERGE (learner)-[:GAVE_FEEDBACK]->(feedback)
}
CALL (row, feedback) {
  MATCH (proposal:ChangeProposal {id: row.proposalId})
  MERGE (feedback)-[:LED_TO]->(proposal)
}
