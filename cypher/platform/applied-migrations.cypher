// Which migrations this database has had, with the checksum each had then.
MATCH (migration:Migration)
RETURN migration.id AS id, migration.checksum AS checksum
ORDER BY id
