// Write since when a signing key is retired, frozen or compromised.
MATCH (key:SigningKey {kid: $kid})
SET key.retiredAt = $retiredAt, key.frozenAt = $frozenAt, key.compromisedAt = $compromisedAt,
  key.compromisedSince = $compromisedSince
