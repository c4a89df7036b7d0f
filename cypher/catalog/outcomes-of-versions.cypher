// Which outcomes do these badge versions certify, with the skills they are aligned to and what those are called in some languages?
MATCH (parent:BadgeVersion)-[:CERTIFIES]->(outcome:Outcome)<-[:OWNS]-(owner:Organization)
WHERE parent.id IN $ids
CALL (outcome) {
  OPTIONAL MATCH (outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
  WITH aligned, skill ORDER BY skill.uri
  RETURN collect(CASE WHEN skill IS NULL THEN null ELSE {
    level: aligned.level, relation: aligned.relation,
    skill: skill {
      .uri, .framework, .code, .since, .until, .skillType, .reuseLevel,
      labels: [(skill)-[:HAS_TEXT]->(text:ConceptText) WHERE text.language IN $languages AND text.since <= $asOf < text.until | [text.language, text.label]]
    }
  } END) AS alignments
}
RETURN parent.id AS parentId, outcome {.id, .statement, .verb, .object, .conditions, ownerId: owner.id, alignments: alignments} AS outcome
ORDER BY parentId, outcome.id
