// On which credentials does a credential of a learner rest, however deep, each with the one that used it?
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(whole:Credential {id: $id})
MATCH (whole)-[:USED*0..4]->(user:Credential)-[:USED]->(part:Credential)
WITH DISTINCT user, part
WHERE user.status = 'ACTIVE' AND part.status = 'ACTIVE'
RETURN user.id AS userId, part.id AS partId
ORDER BY userId, partId
