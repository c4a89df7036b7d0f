// Which outcomes have these ids, with their owners and the skills they are aligned to?
MATCH (outcome:Outcome)<-[:OWNS]-(owner:Organization)
WHERE outcome.id IN $ids
CALL (outcome) {
  OPTIONAL MATCH (outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
  WITH aligned, skill ORDER BY skill.uri
  RETURN collect(CASE WHEN skill IS NULL THEN null ELSE {
// with fragments/alignment-claim
    skill: skill {.uri, .framework, .code, .since, .until, .skillType, .reuseLevel, labels: []}
  } END) AS alignments
}
RETURN
// with fragments/outcome-record
