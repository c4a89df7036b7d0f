// Writes endorsements of badge versions, unless they are there.
UNWIND $rows AS row
MATCH (version:BadgeVersion {id: row.version})
MATCH (endorser:Organization {id: row.endorser})
MERGE (endorsement:Endorsement {id: row.id})
ON CREATE SET
  endorsement.statement = row.statement,
  endorsement.at = row.at,
  endorsement.state = row.state,
  endorsement.settledAt = row.settledAt
MERGE (endorser)-[:ENDORSED]->(endorsement)
MERGE (endorsement)-[:ENDORSES]->(version)
