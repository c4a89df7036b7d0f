// Which active credentials of this organisation were issued with a key since others may have had it? In order of id.
MATCH (:Organization {id: $organizationId})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential {signedWith: $key})
WHERE credential.status = 'ACTIVE' AND credential.issuedAt >= $since
RETURN credential.id AS id
ORDER BY id
LIMIT $limit
