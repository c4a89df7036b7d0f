// The portfolios of a learner, the last that was changed first.
MATCH (:Learner {id: $learnerId})-[:KEEPS]->(portfolio:Portfolio)
WHERE portfolio.updatedAt < $beforeAt OR (portfolio.updatedAt = $beforeAt AND portfolio.id > $afterId)
RETURN portfolio {.id, .createdAt, .updatedAt, .sealedContent} AS portfolio
ORDER BY portfolio.updatedAt DESC, portfolio.id
LIMIT $limit
