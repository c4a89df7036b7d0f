// Which credentials of this organisation are to be issued anew after an incident of their key: those that stand, and those revoked for it? In order of id.
MATCH (issuer:Organization {id: $organizationId})-[:HAD_INCIDENT]->(incident:KeyIncident {id: $incidentId})-[:CONCERNS_KEY]->(key:SigningKey)
MATCH (credential:Credential {signedWith: issuer.did + '#' + key.fragment})
WHERE (credential.status = 'ACTIVE' OR EXISTS { (credential)-[:REVOKED_FOR]->(incident) })
  AND NOT EXISTS { (:Credential)-[:REPLACES]->(credential) } AND credential.id > $afterId
MATCH (credential)<-[:HOLDS]-(:Learner)-[:PROTECTED_BY]->(person:PersonKey)
RETURN credential.id AS id, credential.sealedDocument AS sealedDocument, person {.id, .wrapped} AS personKey
ORDER BY id
LIMIT $limit
