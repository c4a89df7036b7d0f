// Takes the write lock of an audit chain, starting the chain when there is none, and answers its last event.
MERGE (chain:AuditChain {id: $chain})
ON CREATE SET chain.seq = 0, chain.hash = $emptyHash
SET chain.locked = true
RETURN chain.seq AS seq, chain.hash AS hash
