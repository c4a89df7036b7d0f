// Which links lead to these credentials of a learner now, the newest first?
UNWIND $ids AS credentialId
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(:Credential {id: credentialId})-[:SHARED_BY]->(share:ShareLink)
WHERE share.expiresAt > $now
RETURN credentialId, share.id AS id, share.createdAt AS createdAt, share.expiresAt AS expiresAt
ORDER BY createdAt DESC, id
