// What do the outcomes that these versions of badges certify say, and to which skills are they aligned?
MATCH (version:BadgeVersion)-[:CERTIFIES]->(outcome:Outcome)
WHERE version.id IN $ids
CALL (outcome) {
  OPTIONAL MATCH (outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
  WITH aligned, skill ORDER BY skill.uri
  RETURN collect(aligned {.level, .relation, .reviewState, skillUri: skill.uri}) AS alignments
}
RETURN version.id AS parentId, outcome {
  .id, .statement, .verb, .conditions, .constraints, .bloom, language: outcome.textLanguage, alignments: alignments,
  tools: coalesce(outcome.tools, []), successCriteria: coalesce(outcome.successCriteria, [])
} AS outcome
ORDER BY parentId, outcome.id
