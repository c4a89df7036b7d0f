// Which of these learners are there, and which key protects each?
MATCH (learner:Learner)-[:PROTECTED_BY]->(key:PersonKey)
WHERE learner.id IN $ids
RETURN learner.id AS id, key.id AS keyId, key.wrapped AS wrapped
