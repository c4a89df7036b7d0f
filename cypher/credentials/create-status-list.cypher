// Open a new, empty status list of an issuer.
MATCH (issuer:Organization {id: $organizationId})
CREATE (issuer)-[:PUBLISHES]->(list:StatusList {
  id: $id, purpose: 'suspension', length: $length, encoded: $encoded, updatedAt: $now
})
RETURN list.id AS id
