// How was it made sure who this learner is, last first?
MATCH (learner:Learner {id: $learnerId})-[:HAS_PROOFING]->(proofing:IdentityProofing)<-[:RECORDED]-(organization:Organization)
WITH learner, proofing, organization ORDER BY proofing.provedAt DESC, proofing.id
// with fragments/proofing
