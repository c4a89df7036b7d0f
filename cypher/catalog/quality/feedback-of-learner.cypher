// What feedback did a learner give by name, the last month first?
MATCH (:Learner {id: $learnerId})-[:GAVE_FEEDBACK]->(feedback:Feedback)-[:FEEDBACK_ON]->(version:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)<-[:ISSUES]-(issuer:Organization)
WITH issuer, badge, version, feedback ORDER BY feedback.month DESC, feedback.id
// with fragments/feedback-record
