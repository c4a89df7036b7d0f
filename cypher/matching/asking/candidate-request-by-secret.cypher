// Which request is this, and who asks for which role?
MATCH (organization:Organization)-[:ASKED]->(request:CandidateRequest {digest: $digest})-[:CONCERNS]->(role:RoleProfile)
WHERE request.forgottenAt > $now
RETURN request.id AS id, organization.name AS organizationName, role.id AS roleProfileId,
  request.expiresAt AS expiresAt, request.answeredAt AS answeredAt
