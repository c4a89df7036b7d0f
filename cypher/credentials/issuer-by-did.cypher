// Who signs under this DID (an organisation, or the signer of issuance logs), with which keys (the newest first)?
MATCH (issuer:Organization|LogSigner {did: $did})-[:SIGNS_WITH]->(key:SigningKey)
WITH issuer, key ORDER BY key.createdAt DESC, key.kid DESC
RETURN issuer.id AS organizationId, issuer.did AS did,
  collect(key {
    .kid, .type, vault: coalesce(key.vault, 'sealed'), .publicKeyHex, .fragment, .createdAt, .retiredAt,
    .frozenAt, .compromisedAt, .compromisedSince
  }) AS keys
