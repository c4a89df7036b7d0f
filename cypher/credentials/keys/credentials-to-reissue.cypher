// Which credentials of this organisation are to be issued anew after an incident of their key: those that stand, and those revoked for it? In order of id.
MATCH (issuer:Organization {id: $organizationId})-[:HAD_INCIDENT]->(incident:KeyIncident {id: $incidentId})-[:CONCERNS_KEY]->(key:SigningKey)
MATCH (credential:Credential {signedWith: issuer.did + '#' + key.fragment})-[:INSTANCE_OF]->(version:BadgeVersion)
WHERE (credential.status = 'ACTIVE' OR EXISTS { (credential)-[:REVOKED_FOR]->(incident) })
  AND NOT EXISTS { (:Credential)-[:REPLACES]->(credential) } AND credential.id > $afterId
MATCH (learner:Learner)-[:HOLDS]->(credential)
MATCH (learner)-[:PROTECTED_BY]->(person:PersonKey)
RETURN credential.id AS id, learner.id AS learnerId, version.id AS badgeVersionId, credential.sealedDocument AS sealedDocument,
  person {.id, .wrapped} AS personKey
ORDER BY id
LIMIT $limit
