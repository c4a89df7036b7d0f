// What happened to the signing keys of an organisation, and how much is left to do about each? A page of it, the newest first.
MATCH (issuer:Organization {id: $organizationId})-[:HAD_INCIDENT]->(incident:KeyIncident)-[:CONCERNS_KEY]->(key:SigningKey)
WHERE incident.recordedAt < $beforeAt OR (incident.recordedAt = $beforeAt AND incident.id > $afterId)
WITH issuer, incident, key
ORDER BY incident.recordedAt DESC, incident.id
LIMIT $limit
RETURN incident.id AS id, issuer.did + '#' + key.fragment AS key, incident.since AS since, incident.recordedAt AS recordedAt,
  incident.reason AS reason, incident.audience AS audience,
  COUNT {
    MATCH (credential:Credential {signedWith: issuer.did + '#' + key.fragment})
    WHERE credential.status = 'ACTIVE' AND credential.issuedAt >= incident.since
  } AS leftToRevoke,
  COUNT {
    MATCH (credential:Credential {signedWith: issuer.did + '#' + key.fragment})
    WHERE credential.status = 'ACTIVE' AND credential.issuedAt < incident.since
  } + COUNT {
    MATCH (incident)<-[:REVOKED_FOR]-(credential:Credential)
    WHERE NOT EXISTS { (:Credential)-[:REPLACES]->(credential) }
  } AS leftToReissue
ORDER BY recordedAt DESC, id
