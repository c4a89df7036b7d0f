// Did this organisation take this endorsement back?
MATCH (endorser:Organization {id: $organizationId})
WHERE endorser.did IS NOT NULL
RETURN endorser.did AS issuerDid, COLLECT {
  MATCH (endorser)-[:ENDORSED]->(:Endorsement {id: $endorsementId, state: 'WITHDRAWN'})
  RETURN {reason: null}
} AS taken
