// Withdraw a proofing that this organisation recorded, unless it was withdrawn before.
MATCH (:Organization {id: $organizationId})-[:RECORDED]->(proofing:IdentityProofing {id: $id})
SET proofing.withdrawnAt = coalesce(proofing.withdrawnAt, $now)
RETURN proofing.id AS id
