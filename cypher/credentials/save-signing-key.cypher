// Store a new signing key; no issuer uses it yet.
CREATE (:SigningKey {
  kid: $kid, type: $type, publicKeyHex: $publicKeyHex, fragment: $fragment, createdAt: $createdAt,
  retiredAt: $retiredAt, sealedPrivateKey: $sealedPrivateKey
})
