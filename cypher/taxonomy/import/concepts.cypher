// The concepts of a framework as they are held, a page in the order of their URIs.
MATCH (concept:Concept {framework: $framework})
WHERE concept.uri > $after
RETURN concept.uri AS uri,
  [kind IN ['Skill', 'SkillGroup', 'Occupation', 'OccupationGroup'] WHERE kind IN labels(concept)][0] AS kind,
  concept.code AS code, concept.skillType AS skillType, concept.reuseLevel AS reuseLevel,
  concept.jobZone AS jobZone, concept.since AS since, concept.until AS until,
  coalesce(concept.gaps, []) AS gaps
ORDER BY uri
LIMIT $limit
