// Some keys of persons that a key-encryption key wraps.
MATCH (key:PersonKey {kek: $kek})
RETURN key.id AS id, key.wrapped AS wrapped
ORDER BY id
LIMIT $limit
