// Write that an organisation asks to learn who a learner is, for one of its role profiles.
MATCH (organization:Organization {id: $organizationId})-[:SEEKS]->(profile:RoleProfile {id: $roleProfileId})
MATCH (learner:Learner {id: $learnerId})
SET learner.lockedAt = $now
WITH organization, profile, learner
WHERE learner.erasedAt IS NULL
CREATE (organization)-[:ASKED]->(request:RevealRequest {id: $id, requestedAt: $now, expiresAt: $expiresAt, sealedMessage: $sealedMessage})
CREATE (request)-[:ABOUT]->(learner)
CREATE (request)-[:CONCERNS]->(profile)
RETURN request.id AS id
