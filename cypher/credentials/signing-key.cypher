// Which signing key has this id, with its sealed private half?
MATCH (key:SigningKey {kid: $kid})
RETURN key.kid AS kid, key.type AS type, key.publicKeyHex AS publicKeyHex, key.fragment AS fragment,
  key.createdAt AS createdAt, key.retiredAt AS retiredAt, key.sealedPrivateKey AS sealedPrivateKey
