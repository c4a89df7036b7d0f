// How many portfolios does a learner keep?
MATCH (:Learner {id: $learnerId})-[:KEEPS]->(portfolio:Portfolio)
RETURN count(portfolio) AS total
