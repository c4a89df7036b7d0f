// Remember that an organisation asks for a presentation, and forget what it asked for and nobody can answer any more.
MATCH (organization:Organization {id: $organizationId})
CALL (organization) {
  MATCH (organization)-[:ASKS_FOR]->(old:PresentationRequest)
  WHERE old.expiresAt < $forgetBefore
  DETACH DELETE old
}
CREATE (organization)-[:ASKS_FOR]->(:PresentationRequest {
  digest: $digest, domain: $domain, createdAt: $now, expiresAt: $expiresAt
})
RETURN $digest AS digest
