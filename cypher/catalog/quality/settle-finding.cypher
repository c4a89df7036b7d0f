// Write how a finding was settled, and when the badge is to be reviewed next if that changes it.
MATCH (badge:Badge)-[:HAS_REVIEW]->(:Review)-[:HAS_PART]->(:ReviewPart)-[:FOUND]->(finding:ReviewFinding {id: $id})
SET finding.settledAt = $now, finding.settlement = $settlement,
    badge.nextReviewAt = coalesce($nextReviewAt, badge.nextReviewAt)
RETURN finding.id AS id
