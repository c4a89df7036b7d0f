// Close feedback by what it led to.
MATCH (feedback:Feedback {id: $id})
SET feedback.closedAt = $now, feedback.answer = $answer
WITH feedback
CALL (feedback) {
  MATCH (proposal:ChangeProposal {id: $proposalId})
  CREATE (feedback)-[:LED_TO]->(proposal)
}
CALL (feedback) {
  MATCH (version:BadgeVersion {id: $versionId})
  CREATE (feedback)-[:LED_TO]->(version)
}
RETURN feedback.id AS id
