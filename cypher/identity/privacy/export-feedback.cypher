// The feedback this learner gave by name, and what they said in reviews.
MATCH (learner:Learner {id: $learnerId})
RETURN
  COLLECT {
    MATCH (learner)-[:GAVE_FEEDBACK]->(feedback:Feedback)-[:FEEDBACK_ON]->(version:BadgeVersion)
    RETURN feedback {.id, .rating, .givenAt, .sealedWords, .closedAt, .answer, badgeVersionId: version.id, badgeName: version.name}
    ORDER BY feedback.givenAt, feedback.id
  } AS feedback,
  COLLECT {
    MATCH (learner)-[:TOOK_PART]->(part:ReviewPart)<-[:HAS_PART]-(review:Review)<-[:HAS_REVIEW]-(badge:Badge)
    RETURN part {.id, .at, .sealedStatement, reviewId: review.id, badgeId: badge.id, badgeName: badge.name} ORDER BY part.at, part.id
  } AS reviewParts
