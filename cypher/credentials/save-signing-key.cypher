// Store a new signing key; no issuer uses it yet.
CREATE (:SigningKey {
  kid: $kid, type: $type, vault: $vault, publicKeyHex: $publicKeyHex, fragment: $fragment, createdAt: $createdAt,
  sealedPrivateKey: $sealedPrivateKey
})
