// What happened to a signing key of an organisation, and how much is left to do about it?
MATCH (issuer:Organization {id: $organizationId})-[:HAD_INCIDENT]->(incident:KeyIncident {id: $id})-[:CONCERNS_KEY]->(key:SigningKey)
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
