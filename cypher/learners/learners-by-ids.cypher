// Which learners have these ids, with their sealed profile and the key that opens it?
MATCH (learner:Learner)
WHERE learner.id IN $ids
OPTIONAL MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN learner.id AS id, learner.createdAt AS createdAt, learner.region AS region, learner.language AS language,
       learner.sealedProfile AS sealedProfile, key {.id, .wrapped, .kek} AS key
