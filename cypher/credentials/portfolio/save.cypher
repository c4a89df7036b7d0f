// Write a portfolio of a learner; a new one only while there are not as many as may be.
MATCH (learner:Learner {id: $learnerId})
SET learner.lockedAt = $now
WITH learner, COUNT { (learner)-[:KEEPS]->(:Portfolio) } AS kept
FOREACH (_ IN CASE WHEN $fresh AND kept < $most THEN [1] ELSE [] END |
  CREATE (learner)-[:KEEPS]->(:Portfolio {id: $id, createdAt: $now})
)
WITH learner, kept
OPTIONAL MATCH (learner)-[:KEEPS]->(portfolio:Portfolio {id: $id})
SET portfolio.updatedAt = $now, portfolio.sealedContent = $sealedContent
RETURN kept, portfolio.id AS id
