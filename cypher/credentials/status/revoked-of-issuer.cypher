// Which credentials of this organisation do not count now, why, where everybody may know, and which endorsements did it take back?
MATCH (issuer:Organization {id: $organizationId})
WHERE issuer.did IS NOT NULL
RETURN issuer.did AS issuerDid, COLLECT {
  MATCH (issuer)-[:PUBLISHES]->(:StatusList)<-[:LISTED_IN]-(credential:Credential)
  WHERE credential.status <> 'ACTIVE'
  RETURN {id: credential.id, reason: CASE credential.statusAudience WHEN 'EVERYBODY' THEN credential.statusReason END}
  ORDER BY credential.id
} AS credentials, COLLECT {
  MATCH (issuer)-[:ENDORSED]->(endorsement:Endorsement {state: 'WITHDRAWN'})
  RETURN endorsement.id ORDER BY endorsement.id
} AS endorsements
