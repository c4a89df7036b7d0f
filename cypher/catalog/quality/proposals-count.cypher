// How many change proposals concern an organisation?
CALL () {
  MATCH (:Organization {id: $organizationId})-[:ISSUES]->(:Badge)-[:HAS_PROPOSAL]->(received:ChangeProposal)
  RETURN received AS proposal
  UNION
  MATCH (:Organization {id: $organizationId})-[:PROPOSED]->(made:ChangeProposal)
  RETURN made AS proposal
}
WITH proposal
WHERE ($state IS NULL OR proposal.state = $state)
  AND ($badgeId IS NULL OR EXISTS { (proposal)<-[:HAS_PROPOSAL]-(:Badge {id: $badgeId}) })
RETURN count(proposal) AS total
