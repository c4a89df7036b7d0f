// Which signing key has this id, with its sealed private half where it does not lie in a device?
MATCH (key:SigningKey {kid: $kid})
RETURN key.kid AS kid, key.type AS type, coalesce(key.vault, 'sealed') AS vault, key.publicKeyHex AS publicKeyHex,
  key.fragment AS fragment, key.createdAt AS createdAt, key.retiredAt AS retiredAt, key.frozenAt AS frozenAt,
  key.compromisedAt AS compromisedAt, key.compromisedSince AS compromisedSince, key.sealedPrivateKey AS sealedPrivateKey
