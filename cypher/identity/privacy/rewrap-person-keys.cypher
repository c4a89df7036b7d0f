// Replace the wrapping of keys of persons, unless somebody did before.
UNWIND $keys AS row
MATCH (key:PersonKey {id: row.id})
WHERE key.wrapped = row.before
SET key.wrapped = row.after, key.kek = $kek
RETURN count(key) AS total
