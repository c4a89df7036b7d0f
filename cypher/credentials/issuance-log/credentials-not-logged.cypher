// Some credentials of before there were issuance logs, in the order they were issued, with their sealed documents and the keys to open them.
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential)-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
WHERE credential.content IS NULL AND credential.sealedDocument IS NOT NULL
MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN credential.id AS id, issuer.id AS organizationId, credential.sealedDocument AS sealedDocument, key {.id, .wrapped} AS key
ORDER BY credential.issuedAt, id
LIMIT $limit
