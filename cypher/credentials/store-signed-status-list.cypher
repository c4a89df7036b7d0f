// Keep the signed form of a status list, unless the list has changed since.
MATCH (list:StatusList {id: $id})
WHERE list.encoded = $encoded
SET list.document = $document, list.signedAt = $signedAt
