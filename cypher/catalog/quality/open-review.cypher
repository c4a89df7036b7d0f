// Open a review of a badge version, with who is invited to it and the work it samples.
MATCH (badge:Badge {id: $badgeId})-[:HAS_VERSION]->(version:BadgeVersion {id: $versionId})
CREATE (badge)-[:HAS_REVIEW]->(review:Review {
  id: $id, state: 'OPEN', openedAt: $now, dueAt: $dueAt, aspects: $aspects,
  requiredRoles: $requiredRoles, requiredCounts: $requiredCounts
})-[:REVIEWS]->(version)
WITH review
CALL (review) {
  UNWIND $organizationIds AS organizationId
  MATCH (organization:Organization {id: organizationId})
  CREATE (review)-[:INVITES]->(organization)
}
CALL (review) {
  UNWIND $sample AS work
  MATCH (submission:Submission {id: work.submissionId})
  CREATE (review)-[:SAMPLES {code: work.code}]->(submission)
}
RETURN review.id AS id
