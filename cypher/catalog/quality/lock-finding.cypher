// Hold the badge that a finding is about until the transaction ends, and say what is left to settle.
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_REVIEW]->(review:Review)-[:HAS_PART]->(:ReviewPart)-[:FOUND]->(finding:ReviewFinding {id: $id})
SET badge.name = badge.name
WITH issuer, badge, review, finding
RETURN issuer.id AS issuerId, review.id AS reviewId, finding.settledAt IS NOT NULL AS settled,
  review.decision AS decision, review.decidedAt AS decidedAt,
  NOT EXISTS { MATCH (badge)-[:HAS_REVIEW]->(later:Review) WHERE later.decidedAt > review.decidedAt } AS isLast,
  COUNT { MATCH (review)-[:HAS_PART]->(:ReviewPart)-[:FOUND]->(other:ReviewFinding) WHERE other.settledAt IS NULL AND other <> finding } AS othersOpen,
  head(COLLECT { MATCH (badge)-[:REVIEWED_UNDER]->(policy:ReviewPolicy) RETURN policy.intervalMonths }) AS intervalMonths
