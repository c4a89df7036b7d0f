// Say what came of a proposal, and which outcome where one did.
MATCH (proposal:OutcomeProposal {id: $id})
SET proposal.decision = $decision, proposal.reason = $reason, proposal.decidedAt = $now
WITH proposal
CALL (proposal) {
  MATCH (outcome:Outcome {id: $outcomeId})
  CREATE (proposal)-[:BECAME]->(outcome)
}
RETURN proposal.id AS id
