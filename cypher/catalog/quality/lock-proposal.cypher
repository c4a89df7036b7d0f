// Hold a change proposal until the transaction ends, and say what may be done with it.
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_PROPOSAL]->(proposal:ChangeProposal {id: $id})-[:WOULD_CHANGE]->(version:BadgeVersion)
SET proposal.state = proposal.state
WITH issuer, badge, proposal, version
RETURN issuer.id AS issuerId, badge.id AS badgeId, version.id AS versionId, version.number AS number, proposal.state AS state, proposal.by AS by,
  head([(origin:Organization)-[:PROPOSED]->(proposal) | origin.id]) AS organizationId,
  EXISTS { (proposal)-[:CARRIED_OUT_BY]->(:BadgeVersion) } AS carriedOut,
  COLLECT { MATCH (badge)-[:HAS_VERSION]->(any:BadgeVersion) RETURN any {.id, .number} } AS versions
