// Give an issuer a signing key of a type it has none of in use (the write to the issuer comes first, as a lock).
MATCH (issuer:Organization|LogSigner {did: $did})
SET issuer.did = $did
WITH issuer
MATCH (key:SigningKey {kid: $kid})
WHERE NOT EXISTS {
  MATCH (issuer)-[:SIGNS_WITH]->(other:SigningKey) WHERE other.type = key.type AND other.retiredAt IS NULL
}
CREATE (issuer)-[:SIGNS_WITH]->(key)
RETURN issuer.id AS id
