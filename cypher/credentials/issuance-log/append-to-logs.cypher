// Append entries to issuance logs that are held, with the tiles they fill. Nothing of before is changed.
UNWIND $logs AS row
MATCH (log:IssuanceLog {id: row.organizationId})
SET log.size = row.size, log.root = row.root, log.edge = row.edge
WITH row
CALL (row) {
  UNWIND row.tiles AS tile
  CREATE (:LogTile {id: row.organizationId + '/' + toString(tile.level) + '/' + toString(tile.index), hashes: tile.hashes})
}
CALL (row) {
  UNWIND row.entries AS entry
  CREATE (:LogEntry {
    id: row.organizationId + '/' + toString(entry.index), organizationId: row.organizationId, index: entry.index,
    issuer: entry.issuer, credential: entry.credential, content: entry.content, key: entry.key, at: entry.at
  })
}
