// Record that others may have a signing key, and forget what is signed anew on demand: status lists and endorsements of badges and issuers.
MATCH (issuer:Organization {id: $organizationId})-[:SIGNS_WITH]->(key:SigningKey {kid: $kid})
CREATE (issuer)-[:HAD_INCIDENT]->(:KeyIncident {
  id: $id, since: $since, recordedAt: $now, by: $by, reason: $reason, audience: $audience
})-[:CONCERNS_KEY]->(key)
WITH issuer
CALL (issuer) {
  MATCH (issuer)-[:PUBLISHES]->(list:StatusList)
  SET list.updatedAt = $now
  REMOVE list.document, list.signedAt, list.token, list.tokenSignedAt
}
CALL (issuer) {
  MATCH (issuer)-[:ENDORSED]->(endorsement:Endorsement)
  REMOVE endorsement.document
}
