// With which keys has an organisation ever signed? The newest first.
MATCH (issuer:Organization {id: $organizationId})-[:SIGNS_WITH]->(key:SigningKey)
RETURN issuer.did AS did, key.kid AS kid, key.type AS type, coalesce(key.vault, 'sealed') AS vault, key.publicKeyHex AS publicKeyHex,
  key.fragment AS fragment, key.createdAt AS createdAt, key.retiredAt AS retiredAt, key.frozenAt AS frozenAt,
  key.compromisedAt AS compromisedAt, key.compromisedSince AS compromisedSince
ORDER BY createdAt DESC, kid DESC
