// Aligns outcomes to skills, with the level they reach, who claims it and what a review made of it.
UNWIND $rows AS row
MATCH (outcome:Outcome {id: row.outcomeId})
MATCH (skill:Skill {uri: row.skillUri})
MERGE (outcome)-[alignment:ALIGNED_TO]->(skill)
ON CREATE SET alignment += {
  level: row.level, relation: row.relation, source: row.source, confidence: row.confidence, author: row.author, createdAt: row.createdAt,
  reviewState: row.reviewState, reviewer: row.reviewer, reviewerOrganizationId: row.reviewerOrganizationId, reviewedAt: row.reviewedAt
}
