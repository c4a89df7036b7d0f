// Give an organisation its DID and its first signing key; nothing when it has a key (the write to it comes first, as a lock).
MATCH (issuer:Organization {id: $organizationId})
SET issuer.did = coalesce(issuer.did, $did)
WITH issuer
WHERE issuer.did = $did AND NOT EXISTS { (issuer)-[:SIGNS_WITH]->(:SigningKey) }
MATCH (key:SigningKey {kid: $kid})
CREATE (issuer)-[:SIGNS_WITH]->(key)
RETURN issuer.id AS id
