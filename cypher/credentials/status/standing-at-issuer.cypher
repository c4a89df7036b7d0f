// Does this credential of an organisation not count now, and why, where everybody may know?
MATCH (issuer:Organization {id: $organizationId})
WHERE issuer.did IS NOT NULL
RETURN issuer.did AS issuerDid, COLLECT {
  MATCH (credential:Credential {id: $credentialId})-[:LISTED_IN]->(:StatusList)<-[:PUBLISHES]-(issuer)
  WHERE credential.status <> 'ACTIVE'
  RETURN {reason: CASE credential.statusAudience WHEN 'EVERYBODY' THEN credential.statusReason END}
} AS taken
