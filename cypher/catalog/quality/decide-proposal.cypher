// Accept or decline a change proposal.
MATCH (proposal:ChangeProposal {id: $id})
SET proposal.state = $state, proposal.decisionReason = $reason, proposal.decidedAt = $now, proposal.decidedBy = $by
RETURN proposal.id AS id
