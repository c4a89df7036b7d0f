// Hold feedback until the transaction ends, and say what it can be linked to.
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion)<-[:FEEDBACK_ON]-(feedback:Feedback {id: $id})
SET feedback.id = feedback.id
WITH issuer, badge, version, feedback
RETURN issuer.id AS issuerId, badge.id AS badgeId, version.number AS number, feedback.closedAt IS NOT NULL AS closed,
  head([(learner:Learner)-[:GAVE_FEEDBACK]->(feedback) | learner.id]) AS learnerId,
  COLLECT { MATCH (badge)-[:HAS_PROPOSAL]->(proposal:ChangeProposal) RETURN proposal.id } AS proposalIds,
  COLLECT { MATCH (badge)-[:HAS_VERSION]->(any:BadgeVersion) RETURN any {.id, .number} } AS versions
