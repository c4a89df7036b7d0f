// Which published role profiles, that this version proves nothing for today, would it prove a skill for if one thing were given that its alignments lack?
MATCH (version:BadgeVersion {id: $id})
WITH version, EXISTS { (version)-[:AWARDED_FOR]->(:Assessment) } AS assessed,
  coalesce(head(COLLECT { MATCH (version)-[:CERTIFIES]->(:Outcome)<-[:TEACHES]-(unit:LearningUnit) RETURN max(unit.level) }), 8) AS reach
CALL (version, assessed) {
  MATCH (version)-[:CERTIFIES]->(:Outcome)-[aligned:ALIGNED_TO {relation: 'EXACT'}]->(shown:Skill)
  WITH shown, max(aligned.level) AS level, assessed
  CALL (shown) {
    RETURN shown AS skill
    UNION
    MATCH (shown)<-[:MAPS_FROM|MAPS_TO]-(:Mapping {relation: 'EXACT', reviewState: 'REVIEWED'})-[:MAPS_FROM|MAPS_TO]->(skill:Skill)
    RETURN skill
  }
  MATCH (profile:RoleProfile {state: 'PUBLISHED'})-[asked:REQUIRES]->(skill)
  WHERE coalesce(asked.level, 1) <= level AND (assessed OR asked.evidence <> 'ASSESSED')
  RETURN collect(DISTINCT profile) AS met
}
MATCH (version)-[:CERTIFIES]->(outcome:Outcome)-[aligned:ALIGNED_TO]->(shown:Skill)
WITH version, assessed, reach, met, outcome, aligned, shown
CALL (aligned, shown, reach) {
  WITH * WHERE aligned.relation = 'EXACT' AND aligned.level IS NULL
  CALL (shown) {
    RETURN shown AS skill
    UNION
    MATCH (shown)<-[:MAPS_FROM|MAPS_TO]-(:Mapping {relation: 'EXACT', reviewState: 'REVIEWED'})-[:MAPS_FROM|MAPS_TO]->(skill:Skill)
    RETURN skill
  }
  RETURN 'LEVEL' AS change, skill, reach AS level
  UNION
  WITH * WHERE aligned.relation = 'CLOSE'
  RETURN 'RELATION' AS change, shown AS skill, coalesce(aligned.level, reach) AS level
  UNION
  WITH * WHERE aligned.relation IN ['EXACT', 'CLOSE'] AND NOT shown.since <= $asOf < shown.until
  MATCH (shown)-[:REPLACED_BY]->{1,10}(skill:Skill)
  WHERE skill.since <= $asOf < skill.until
  RETURN 'SUCCESSOR' AS change, skill, coalesce(aligned.level, reach) AS level
  UNION
  WITH * WHERE aligned.relation IN ['EXACT', 'CLOSE']
  MATCH (shown)<-[:MAPS_FROM|MAPS_TO]-(mapping:Mapping)-[:MAPS_FROM|MAPS_TO]->(skill:Skill)
  WHERE skill <> shown AND (mapping.relation = 'CLOSE' AND mapping.reviewState <> 'REJECTED' OR mapping.relation = 'EXACT' AND mapping.reviewState = 'PROPOSED')
  RETURN 'COUNTERPART' AS change, skill, coalesce(aligned.level, reach) AS level
}
MATCH (profile:RoleProfile {state: 'PUBLISHED'})-[asked:REQUIRES]->(skill)
WHERE coalesce(asked.level, 1) <= level AND (assessed OR asked.evidence <> 'ASSESSED') AND NOT profile IN met
RETURN change, outcome.id AS outcomeId, skill.uri AS skillUri, collect(DISTINCT profile.id) AS roleProfileIds
ORDER BY change, outcomeId, skillUri
