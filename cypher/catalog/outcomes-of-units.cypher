// Which outcomes do these learning units teach, with the skills they are aligned to and what those are called in some languages?
MATCH (parent:LearningUnit)-[:TEACHES]->(outcome:Outcome)<-[:OWNS]-(owner:Organization)
WHERE parent.id IN $ids
CALL (outcome) {
  OPTIONAL MATCH (outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
  WITH aligned, skill ORDER BY skill.uri
  RETURN collect(CASE WHEN skill IS NULL THEN null ELSE {
// with fragments/alignment-claim
    skill: skill {
      .uri, .framework, .code, .since, .until, .skillType, .reuseLevel,
      labels: [(skill)-[:HAS_TEXT]->(text:ConceptText) WHERE text.language IN $languages AND text.since <= $asOf < text.until | [text.language, text.label]]
    }
  } END) AS alignments
}
RETURN parent.id AS parentId,
// with fragments/outcome-record
ORDER BY parentId, outcome.id
