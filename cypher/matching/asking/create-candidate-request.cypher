// Remember that an organisation asks somebody to present what a role of it needs, and forget what it asked for before and is over.
MATCH (organization:Organization {id: $organizationId})
MATCH (role:RoleProfile {id: $roleProfileId})
CALL (organization) {
  MATCH (organization)-[:ASKED]->(old:CandidateRequest)
  WHERE old.forgottenAt <= $now
  DETACH DELETE old
}
CREATE (organization)-[:ASKED]->(request:CandidateRequest {
  id: $id, digest: $digest, createdAt: $now, expiresAt: $expiresAt, forgottenAt: $forgottenAt
})-[:CONCERNS]->(role)
RETURN request.id AS id
