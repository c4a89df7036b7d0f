// Destroy the key of a learner and the account they sign in with, and leave a tombstone without any relationship.
MATCH (learner:Learner {id: $learnerId})
OPTIONAL MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
DETACH DELETE key
WITH DISTINCT learner
OPTIONAL MATCH (person:Person)-[:IS]->(learner)
OPTIONAL MATCH (person)-[:PROTECTED_BY]->(own:PersonKey)
DETACH DELETE own, person
WITH DISTINCT learner
OPTIONAL MATCH (learner)-[any]-()
DELETE any
WITH DISTINCT learner
SET learner = {id: learner.id, erasedAt: $now}, learner:ErasedPerson
REMOVE learner:Learner
RETURN learner.id AS id
