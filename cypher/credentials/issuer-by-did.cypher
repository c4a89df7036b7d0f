// Which organisation issues under this DID, with which keys (the newest first)?
MATCH (issuer:Organization {did: $did})-[:SIGNS_WITH]->(key:SigningKey)
WITH issuer, key ORDER BY key.createdAt DESC, key.kid
RETURN issuer.id AS organizationId, issuer.did AS did,
  collect(key {.kid, .type, .publicKeyHex, .fragment, .createdAt, .retiredAt}) AS keys
