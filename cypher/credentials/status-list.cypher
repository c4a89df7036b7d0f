// What does this status list say, whose is it, and what was signed of it last?
MATCH (issuer:Organization)-[:PUBLISHES]->(list:StatusList {id: $id})
RETURN list.id AS id, issuer.did AS issuerDid, list.purpose AS purpose, list.length AS length, list.encoded AS encoded,
  list.document AS document, list.signedAt AS signedAt,
  list.token AS token, list.tokenSignedAt AS tokenSignedAt, list.updatedAt AS updatedAt
