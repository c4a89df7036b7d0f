// Replace the sealing of signing keys, unless somebody did before.
UNWIND $keys AS row
MATCH (key:SigningKey {kid: row.id})
WHERE key.sealedPrivateKey = row.before
SET key.sealedPrivateKey = row.after
RETURN count(key) AS total
