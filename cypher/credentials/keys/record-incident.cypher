// Record that others may have a signing key, and forget what was signed with it only for the time being: status lists are signed anew.
MATCH (issuer:Organization {id: $organizationId})-[:SIGNS_WITH]->(key:SigningKey {kid: $kid})
CREATE (issuer)-[:HAD_INCIDENT]->(:KeyIncident {
  id: $id, since: $since, recordedAt: $now, by: $by, reason: $reason, audience: $audience
})-[:CONCERNS_KEY]->(key)
WITH issuer
MATCH (issuer)-[:PUBLISHES]->(list:StatusList)
REMOVE list.document, list.signedAt, list.token, list.tokenSignedAt
