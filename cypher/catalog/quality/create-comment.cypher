// Write a comment on a change proposal.
MATCH (proposal:ChangeProposal {id: $proposalId})
MATCH (organization:Organization {id: $organizationId})
CREATE (proposal)-[:HAS_COMMENT]->(comment:Comment {
  id: $id, text: $text, at: $now, by: $by, placeKind: $placeKind, placeId: $placeId, placeField: $placeField, quote: $quote
})
CREATE (organization)-[:WROTE]->(comment)
RETURN comment.id AS id
