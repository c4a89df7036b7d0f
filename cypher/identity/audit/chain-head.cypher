// The number and hash of the last event of one audit chain.
MATCH (chain:AuditChain {id: $chain})
RETURN chain.seq AS seq, chain.hash AS hash
