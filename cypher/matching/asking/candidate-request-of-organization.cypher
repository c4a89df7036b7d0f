// What came of a request of an organisation?
MATCH (:Organization {id: $organizationId})-[:ASKED]->(request:CandidateRequest {id: $id})-[:CONCERNS]->(role:RoleProfile)
WHERE request.forgottenAt > $now
RETURN request.id AS id, role.id AS roleProfileId, request.expiresAt AS expiresAt, request.forgottenAt AS forgottenAt,
  request.answeredAt AS answeredAt, request.sealedMatch AS sealedMatch
