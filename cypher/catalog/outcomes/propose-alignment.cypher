// Claim that an outcome shows a skill.
MATCH (outcome:Outcome {id: $outcomeId})
MATCH (skill:Skill {uri: $skillUri})
CREATE (outcome)-[:ALIGNED_TO {
  level: $level, relation: $relation, source: $source, confidence: $confidence, reason: $reason, author: $author, createdAt: $now,
  reviewState: 'PROPOSED'
}]->(skill)
RETURN outcome.id AS id
