// Write that an organisation endorses a version of a badge; the issuer has yet to accept it.
MATCH (endorser:Organization {id: $endorserId})
MATCH (version:BadgeVersion {id: $versionId})
CREATE (endorser)-[:ENDORSED]->(endorsement:Endorsement {id: $id, statement: $statement, at: $now, state: 'PROPOSED'})-[:ENDORSES]->(version)
RETURN endorsement.id AS id
