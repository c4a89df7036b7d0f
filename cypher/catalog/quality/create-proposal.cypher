// Write a proposal to change what is published of a badge.
MATCH (badge:Badge {id: $badgeId})-[:HAS_VERSION]->(version:BadgeVersion {id: $versionId})
MATCH (origin:Organization {id: $organizationId})
CREATE (badge)-[:HAS_PROPOSAL]->(proposal:ChangeProposal {
  id: $id, title: $title, reason: $reason, source: $source, board: $board, state: 'OPEN', proposedAt: $now, by: $by, edits: $edits
})-[:WOULD_CHANGE]->(version)
CREATE (origin)-[:PROPOSED]->(proposal)
RETURN proposal.id AS id
