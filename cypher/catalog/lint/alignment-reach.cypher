// How far do the alignments of this version reach: their levels, and the skills that are mapped to those shown or took their place?
MATCH (version:BadgeVersion {id: $id})
OPTIONAL MATCH (version)-[:CERTIFIES]->(:Outcome)<-[:TEACHES]-(unit:LearningUnit)
WITH version, max(unit.level) AS unitLevel, EXISTS { (version)-[:AWARDED_FOR]->(:Assessment) } AS assessed
MATCH (version)-[:CERTIFIES]->(outcome:Outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
OPTIONAL MATCH (skill)<-[:MAPS_FROM|MAPS_TO]-(mapping:Mapping)-[:MAPS_FROM|MAPS_TO]->(other:Skill)
WITH unitLevel, assessed, outcome, aligned, skill, collect(mapping {.relation, .reviewState, uri: other.uri}) AS mapped
OPTIONAL MATCH (skill)-[:REPLACED_BY]->{1,10}(successor:Skill)
WHERE successor.since <= $asOf < successor.until
RETURN unitLevel, assessed, outcome.id AS outcomeId, skill.uri AS skillUri, aligned.level AS level, aligned.relation AS relation,
  skill.since <= $asOf < skill.until AS current, mapped, collect(DISTINCT successor.uri) AS successors
ORDER BY outcomeId, skillUri
