// Keep the signed form of a status list, unless the list has changed or others may have the key of its issuer since.
MATCH (list:StatusList {id: $id})
WHERE list.encoded = $encoded AND (list.updatedAt = $updatedAt OR (list.updatedAt IS NULL AND $updatedAt IS NULL))
SET list.document = $document, list.signedAt = $signedAt
