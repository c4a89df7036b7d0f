// Store what these status lists say now; what was signed before no longer counts.
UNWIND $lists AS row
MATCH (list:StatusList {id: row.id})
SET list.encoded = row.encoded
REMOVE list.document, list.signedAt, list.token, list.tokenSignedAt
