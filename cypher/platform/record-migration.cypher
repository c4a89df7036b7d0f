// Remembers that a migration was applied.
MERGE (migration:Migration {id: $id})
SET migration.checksum = $checksum, migration.at = datetime()
