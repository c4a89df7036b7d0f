// Every audit chain with the number and hash of its last event.
MATCH (chain:AuditChain)
RETURN chain.id AS chain, chain.seq AS seq, chain.hash AS hash
ORDER BY chain
