// Forget a signing key that no issuer uses.
MATCH (key:SigningKey {kid: $kid})
WHERE NOT EXISTS { ()-[:SIGNS_WITH]->(key) }
DELETE key
RETURN $kid AS kid
