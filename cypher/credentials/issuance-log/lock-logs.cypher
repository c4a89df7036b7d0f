// Hold the issuance logs of issuers until the transaction ends (the write comes first, as a lock): how long is each, what is its unfinished edge, and which keys must not have signed?
UNWIND $organizationIds AS organizationId
MATCH (issuer:Organization {id: organizationId})
MERGE (log:IssuanceLog {id: issuer.id})
ON CREATE SET log.size = 0, log.edge = '[]'
SET log.lockedAt = $now
MERGE (issuer)-[:KEEPS]->(log)
RETURN log.id AS organizationId, log.size AS size, log.edge AS edge,
  COLLECT {
    MATCH (issuer)-[:SIGNS_WITH]->(key:SigningKey)
    WHERE key.frozenAt IS NOT NULL OR key.compromisedAt IS NOT NULL
    RETURN issuer.did + '#' + key.fragment
  } AS barred
ORDER BY organizationId
