// Hold an organisation that issues badges until the transaction ends, and say which endorsements of it by another wait or were accepted.
MATCH (issuer:Organization {id: $issuerId})
WHERE 'ISSUER' IN issuer.kinds OR EXISTS { (issuer)-[:ISSUES]->(:Badge) }
SET issuer.lockedAt = $now
RETURN issuer.id AS id, COLLECT {
  MATCH (:Organization {id: $endorserId})-[:ENDORSED]->(endorsement:Endorsement)-[:ENDORSES]->(issuer)
  WHERE endorsement.state IN ['PROPOSED', 'ACCEPTED']
  RETURN endorsement.id
} AS standing
