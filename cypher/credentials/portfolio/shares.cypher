// Which links lead to these portfolios of a learner now, the newest first?
UNWIND $ids AS portfolioId
MATCH (:Learner {id: $learnerId})-[:KEEPS]->(:Portfolio {id: portfolioId})-[:SHARED_BY]->(share:ShareLink)
WHERE share.expiresAt > $now
RETURN portfolioId, share.id AS id, share.createdAt AS createdAt, share.expiresAt AS expiresAt, share.sealedAudience AS sealedAudience
ORDER BY createdAt DESC, id
