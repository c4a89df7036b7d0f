// Close a review with a decision, and say when the badge is to be reviewed next.
MATCH (badge:Badge)-[:HAS_REVIEW]->(review:Review {id: $id})
SET review.state = 'CLOSED', review.decision = $decision, review.reason = $reason, review.mendBy = $mendBy,
    review.decidedAt = $now, review.decidedBy = $decidedBy, badge.nextReviewAt = $nextReviewAt
RETURN review.id AS id
