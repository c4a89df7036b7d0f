// Give an issuer a new key to sign with, and retire the one of its type that was in use; the logs of the issuer are held by then.
MATCH (issuer:Organization {id: $organizationId})
MATCH (key:SigningKey {kid: $kid})
CALL (issuer, key) {
  MATCH (issuer)-[:SIGNS_WITH]->(old:SigningKey {type: key.type})
  WHERE old.retiredAt IS NULL
  SET old.retiredAt = $now
}
CREATE (issuer)-[:SIGNS_WITH]->(key)
RETURN issuer.did + '#' + key.fragment AS method
