// Which hashes do full tiles of issuance logs hold?
MATCH (tile:LogTile)
WHERE tile.id IN $ids
RETURN tile.id AS id, tile.hashes AS hashes
