// Which change proposals concern an organisation, because it issues the badge or made them, the last first, after a given one?
CALL () {
  MATCH (:Organization {id: $organizationId})-[:ISSUES]->(:Badge)-[:HAS_PROPOSAL]->(received:ChangeProposal)
  RETURN received AS proposal
  UNION
  MATCH (:Organization {id: $organizationId})-[:PROPOSED]->(made:ChangeProposal)
  RETURN made AS proposal
}
WITH proposal
WHERE (proposal.proposedAt < $beforeAt OR (proposal.proposedAt = $beforeAt AND proposal.id > $afterId))
  AND ($state IS NULL OR proposal.state = $state)
  AND ($badgeId IS NULL OR EXISTS { (proposal)<-[:HAS_PROPOSAL]-(:Badge {id: $badgeId}) })
WITH proposal ORDER BY proposal.proposedAt DESC, proposal.id LIMIT $limit
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_PROPOSAL]->(proposal)-[:WOULD_CHANGE]->(version)
MATCH (origin:Organization)-[:PROPOSED]->(proposal)
WITH issuer, badge, proposal, version, origin ORDER BY proposal.proposedAt DESC, proposal.id
// with fragments/proposal-record
