// Writes concepts whole: new ones, and known ones of which a release says something else.
UNWIND $rows AS row
MERGE (concept:Concept {uri: row.uri})
REMOVE concept:Skill:SkillGroup:Occupation:OccupationGroup
SET concept:$(row.kind), concept.framework = $framework, concept.code = row.code, concept.skillType = row.skillType,
  concept.reuseLevel = row.reuseLevel, concept.jobZone = row.jobZone, concept.since = row.since,
  concept.until = row.until, concept.gaps = row.gaps
