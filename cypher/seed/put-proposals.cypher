// Writes proposals to change badges of the sample world, each with a comment, unless they are there.
UNWIND $rows AS row
MATCH (badge:Badge {id: row.badgeId})-[:HAS_VERSION]->(version:BadgeVersion {state: 'PUBLISHED'})
MATCH (origin:Organization {id: row.organizationId})
MATCH (issuer:Organization)-[:ISSUES]->(badge)
MERGE (proposal:ChangeProposal {id: row.id})
ON CREATE SET
  proposal.title = row.title,
  proposal.reason = row.reason,
  proposal.source = row.source,
  proposal.state = 'OPEN',
  proposal.proposedAt = row.proposedAt,
  proposal.by = row.by,
  proposal.edits = row.edits
MERGE (badge)-[:HAS_PROPOSAL]->(proposal)
MERGE (proposal)-[:WOULD_CHANGE]->(version)
MERGE (origin)-[:PROPOSED]->(proposal)
MERGE (comment:Comment {id: row.comment.id})
ON CREATE SET comment.text = row.comment.text, comment.at = row.comment.at, comment.by = row.comment.by
MERGE (proposal)-[:HAS_COMMENT]->(comment)
MERGE (issuer)-[:WROTE]->(comment)
