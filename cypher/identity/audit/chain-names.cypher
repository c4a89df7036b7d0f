// The names of all audit chains, also of those whose head is gone but that events still name.
CALL () {
  MATCH (chain:AuditChain) RETURN chain.id AS chain
  UNION
  MATCH (event:AuditEvent) RETURN DISTINCT event.chain AS chain
}
RETURN chain ORDER BY chain
