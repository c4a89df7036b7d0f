// Hold a learning unit against other writers until the transaction ends, and say whose it is.
MATCH (provider:Organization)-[:OFFERS]->(unit:LearningUnit {id: $id})
SET unit.title = unit.title
WITH provider, unit
RETURN unit.id AS id, provider.id AS providerId, [(unit)-[:HAS_SESSION]->(session:Session) | session.id] AS sessionIds
