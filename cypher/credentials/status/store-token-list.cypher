// Keep the signed token form of a status list, unless the list has changed meanwhile.
MATCH (list:StatusList {id: $id})
WHERE list.updatedAt = $updatedAt
SET list.token = $token, list.tokenSignedAt = $signedAt
