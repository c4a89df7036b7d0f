// Says of texts that they already held in an earlier version.
UNWIND $rows AS row
MATCH (text:ConceptText {key: row.key})
SET text.since = $version, text.key = row.newKey
