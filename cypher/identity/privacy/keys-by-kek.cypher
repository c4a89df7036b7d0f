// How many keys does each key-encryption key wrap?
CALL () {
  MATCH (key:PersonKey)
  RETURN key.kek AS kek
  UNION ALL
  MATCH (key:SigningKey)
  WHERE key.sealedPrivateKey IS NOT NULL
  RETURN split(key.sealedPrivateKey, '.')[1] AS kek
}
RETURN kek, count(*) AS total
ORDER BY kek
