// Take back a link to a portfolio of a learner.
MATCH (:Learner {id: $learnerId})-[:KEEPS]->(portfolio:Portfolio)-[:SHARED_BY]->(share:ShareLink {id: $id})
WITH portfolio.id AS portfolioId, share
DETACH DELETE share
RETURN portfolioId
