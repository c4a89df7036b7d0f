// Note that the practitioner’s own organisation confirms a proposal.
MATCH (proposal:OutcomeProposal {id: $id})
SET proposal.confirmedAt = $now
RETURN proposal.id AS id
