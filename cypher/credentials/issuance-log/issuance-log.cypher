// How long is the issuance log of an issuer, what is its root, and what was signed of it last?
MATCH (issuer:Organization {id: $organizationId})-[:KEEPS]->(log:IssuanceLog)
RETURN issuer.did AS issuer, log.size AS size, log.root AS root, log.edge AS edge, log.signedSize AS signedSize,
  log.signedAt AS signedAt, log.signedRoot AS signedRoot
