// Which proofings have these ids, whose are they, and who recorded them?
MATCH (learner:Learner)-[:HAS_PROOFING]->(proofing:IdentityProofing)<-[:RECORDED]-(organization:Organization)
WHERE proofing.id IN $ids
// with fragments/proofing
