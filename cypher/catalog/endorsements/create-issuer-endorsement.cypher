// Write that an organisation endorses an issuer, who has yet to accept it.
MATCH (endorser:Organization {id: $endorserId})
MATCH (issuer:Organization {id: $issuerId})
CREATE (endorser)-[:ENDORSED]->(endorsement:Endorsement {id: $id, statement: $statement, at: $now, state: 'PROPOSED'})-[:ENDORSES]->(issuer)
RETURN endorsement.id AS id
