// What was said about these change proposals, in the order it was?
MATCH (proposal:ChangeProposal)-[:HAS_COMMENT]->(comment:Comment)<-[:WROTE]-(organization:Organization)
WHERE proposal.id IN $ids
RETURN proposal.id AS parentId, comment {.id, .text, .at, .placeKind, .placeId, .placeField, .quote, organizationId: organization.id} AS comment
ORDER BY comment.at, comment.id
