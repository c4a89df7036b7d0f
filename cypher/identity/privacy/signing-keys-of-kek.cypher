// Some signing keys that a key-encryption key seals: every envelope begins with its version and the id of the key.
MATCH (key:SigningKey)
WHERE key.sealedPrivateKey STARTS WITH 'v1.' + $kek + '.'
RETURN key.kid AS id, key.sealedPrivateKey AS wrapped
ORDER BY id
LIMIT $limit
