// Everything an outcome says, and the skills it is claimed to show; claims that are there already and say the same stay as they are.
SET outcome += {
  statement: $statement, textLanguage: $textLanguage, verb: $verb, bloom: $bloom, object: $object, conditions: $conditions, tools: $tools,
  constraints: $constraints, successCriteria: $successCriteria
}
WITH outcome
CALL (outcome) {
  UNWIND $translations AS row
  CREATE (outcome)-[:HAS_TRANSLATION]->(:Translation {
    language: row.language, statement: row.statement, conditions: row.conditions, tools: row.tools, constraints: row.constraints,
    successCriteria: row.successCriteria
  })
}
CALL (outcome) {
  UNWIND $alignments AS row
  MATCH (skill:Skill {uri: row.skillUri})
  WHERE NOT EXISTS { (outcome)-[:ALIGNED_TO]->(skill) }
  CREATE (outcome)-[:ALIGNED_TO {
    level: row.level, relation: row.relation, source: row.source, confidence: row.confidence, reason: row.reason, author: $author, createdAt: $now,
    reviewState: 'PROPOSED'
  }]->(skill)
}
