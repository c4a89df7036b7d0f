// Writes reviews of badges of the sample world with who took part and what they found, unless they are there.
UNWIND $rows AS row
MATCH (badge:Badge {id: row.badgeId})-[:HAS_VERSION]->(version:BadgeVersion {state: 'PUBLISHED'})
MERGE (review:Review {id: row.id})
ON CREATE SET
  review.state = row.state,
  review.aspects = row.aspects,
  review.openedAt = row.openedAt,
  review.dueAt = row.dueAt,
  review.requiredRoles = row.requiredRoles,
  review.requiredCounts = [role IN row.requiredRoles | 1],
  review.decision = row.decision,
  review.reason = row.reason,
  review.decidedAt = row.decidedAt,
  review.decidedBy = row.decidedBy
MERGE (badge)-[:HAS_REVIEW]->(review)
MERGE (review)-[:REVIEWS]->(version)
WITH row, review
CALL (row, review) {
  UNWIND row.invitedIds AS invitedId
  MATCH (invited:Organization {id: invitedId})
  MERGE (review)-[:INVITES]->(invited)
}
CALL (row, review) {
  UNWIND row.sample AS work
  MATCH (submission:Submission {id: work.submissionId})
  MERGE (review)-[:SAMPLES {code: work.code}]->(submission)
}
CALL (row, review) {
  UNWIND row.parts AS said
  MATCH (organization:Organization {id: said.organizationId})
  MERGE (part:ReviewPart {id: said.id})
  ON CREATE SET part.role = said.role, part.at = said.at, part.by = said.by, part.statement = said.statement
  MERGE (review)-[:HAS_PART]->(part)
  MERGE (organization)-[:TOOK_PART]->(part)
  WITH said, part
  UNWIND said.findings AS found
  MERGE (finding:ReviewFinding {id: found.id})
  ON CREATE SET
    finding.severity = found.severity,
    finding.aspect = found.aspect,
    finding.placeKind = found.placeKind,
    finding.placeId = found.placeId,
    finding.placeField = found.placeField,
    finding.text = found.text,
    finding.advice = found.advice,
    finding.settledAt = found.settledAt,
    finding.settlement = found.settlement
  MERGE (part)-[:FOUND]->(finding)
}
