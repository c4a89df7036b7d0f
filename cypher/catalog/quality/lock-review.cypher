// Hold a review until the transaction ends, and say what it takes to take part in it or to close it.
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_REVIEW]->(review:Review {id: $id})-[:REVIEWS]->(version:BadgeVersion)
SET badge.name = badge.name, review.state = review.state
WITH issuer, badge, review, version
RETURN issuer.id AS issuerId, badge.id AS badgeId, version.id AS versionId, review.state AS state, review.aspects AS aspects,
  coalesce(version.authors, []) AS authors,
  [at IN range(0, size(review.requiredRoles) - 1) | {role: review.requiredRoles[at], count: review.requiredCounts[at]}] AS required,
  COLLECT { MATCH (review)-[:HAS_PART]->(part:ReviewPart) RETURN part {.role, .by} } AS taken,
  COLLECT { MATCH (review)-[:INVITES]->(invited:Organization) RETURN invited.id } AS invitedIds,
  COLLECT { MATCH (review)-[sampled:SAMPLES]->(:Submission) RETURN sampled.code } AS sampleCodes,
  COLLECT {
    MATCH (review)-[:HAS_PART]->(:ReviewPart)-[:FOUND]->(finding:ReviewFinding)
    WHERE finding.settledAt IS NULL
    RETURN finding.severity
  } AS openFindings,
  head(COLLECT { MATCH (badge)-[:REVIEWED_UNDER]->(policy:ReviewPolicy) RETURN policy.intervalMonths }) AS intervalMonths,
  EXISTS { (version)-[:AWARDED_FOR]->(:Assessment)<-[:ANSWERS]-(:Submission)-[:HAS_RESULT|HAS_MARKING]->({assessor: $actor}) } AS graded,
  EXISTS {
    MATCH (:Person {id: $personId})-[membership:MEMBER_OF]->(issuer)
    WHERE any(role IN membership.roles WHERE role IN ['ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'])
  } AS inside,
  EXISTS { (:Learner {id: $learnerId})-[:TOOK_PART]->(:ReviewPart)<-[:HAS_PART]-(review) } AS learnerTookPart,
  EXISTS { (:Learner {id: $learnerId})-[:HOLDS]->(:Credential {status: 'ACTIVE'})-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(badge) } AS holds
