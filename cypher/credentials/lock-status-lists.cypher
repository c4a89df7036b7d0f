// Hold these status lists for the rest of the transaction and answer what they say now.
UNWIND $ids AS id
MATCH (list:StatusList {id: id})
SET list.updatedAt = $now
RETURN list.id AS id, list.encoded AS encoded
