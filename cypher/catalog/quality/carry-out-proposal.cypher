// Say which version of the badge carried out an accepted proposal.
MATCH (proposal:ChangeProposal {id: $id})<-[:HAS_PROPOSAL]-(:Badge)-[:HAS_VERSION]->(version:BadgeVersion {id: $versionId})
MERGE (proposal)-[:CARRIED_OUT_BY]->(version)
RETURN proposal.id AS id
