// Write feedback on a badge version; by nobody in particular when it is anonymous.
MATCH (version:BadgeVersion {id: $versionId})
CREATE (feedback:Feedback {
  id: $id, once: $once, rating: $rating, anonymous: $learnerId IS NULL, month: $month, givenAt: $givenAt, words: $words, sealedWords: $sealedWords
})-[:FEEDBACK_ON]->(version)
WITH feedback
CALL (feedback) {
  MATCH (learner:Learner {id: $learnerId})
  CREATE (learner)-[:GAVE_FEEDBACK]->(feedback)
}
RETURN feedback.id AS id
