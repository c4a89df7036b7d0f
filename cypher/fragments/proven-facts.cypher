// Which of the outcomes and skills that prerequisites name a badge version proves.
COLLECT { MATCH (version)-[:CERTIFIES]->(outcome:Outcome) WHERE outcome.id IN $asked.outcomeIds RETURN outcome.id ORDER BY outcome.id } AS provenOutcomes,
COLLECT {
  MATCH (version)-[:CERTIFIES]->(:Outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
  WHERE skill.uri IN $asked.skillUris AND aligned.relation IN ['EXACT', 'CLOSE'] AND aligned.level IS NOT NULL
  WITH skill, max(aligned.level) AS level
  RETURN {uri: skill.uri, level: level} ORDER BY skill.uri
} AS provenSkills
