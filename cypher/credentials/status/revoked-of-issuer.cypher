// Which credentials of this organisation do not count now, and why, where everybody may know?
MATCH (issuer:Organization {id: $organizationId})
WHERE issuer.did IS NOT NULL
RETURN issuer.did AS issuerDid, COLLECT {
  MATCH (issuer)-[:PUBLISHES]->(:StatusList)<-[:LISTED_IN]-(credential:Credential)
  WHERE credential.status <> 'ACTIVE'
  RETURN {id: credential.id, reason: CASE credential.statusAudience WHEN 'EVERYBODY' THEN credential.statusReason END}
  ORDER BY credential.id
} AS credentials
