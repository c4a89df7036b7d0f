// How did this organisation make sure who these learners are, last first?
MATCH (organization:Organization {id: $organizationId})-[:RECORDED]->(proofing:IdentityProofing)<-[:HAS_PROOFING]-(learner:Learner)
WHERE learner.id IN $learnerIds
WITH learner, proofing, organization ORDER BY proofing.provedAt DESC, proofing.id
// with fragments/proofing
