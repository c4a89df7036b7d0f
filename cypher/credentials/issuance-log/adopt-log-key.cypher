// Give the signer of issuance logs its DID and its first key; nothing when it has one (the write to it comes first, as a lock).
MERGE (signer:LogSigner {id: 'log'})
SET signer.did = coalesce(signer.did, $did)
WITH signer
WHERE signer.did = $did AND NOT EXISTS { (signer)-[:SIGNS_WITH]->(:SigningKey) }
MATCH (key:SigningKey {kid: $kid})
CREATE (signer)-[:SIGNS_WITH]->(key)
RETURN signer.id AS id
