// Delete a portfolio of a learner with the links that lead to it.
MATCH (:Learner {id: $learnerId})-[:KEEPS]->(portfolio:Portfolio {id: $id})
OPTIONAL MATCH (portfolio)-[:SHARED_BY]->(share:ShareLink)
WITH portfolio, portfolio.id AS id, collect(share) AS shares
FOREACH (share IN shares | DETACH DELETE share)
DETACH DELETE portfolio
RETURN id
