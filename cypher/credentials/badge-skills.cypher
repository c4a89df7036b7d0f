// Which skills do the outcomes of these badge versions align to, with their names in English where there is one?
UNWIND $ids AS id
MATCH (version:BadgeVersion {id: id})-[:CERTIFIES]->(:Outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
WITH DISTINCT version, skill, aligned.level AS level, aligned.relation AS relation
RETURN version.id AS versionId, skill.uri AS uri, skill.code AS code, skill.framework AS frameworkId, level, relation,
  COLLECT {
    MATCH (skill)-[:HAS_TEXT]->(text:ConceptText)
    RETURN text.label ORDER BY text.language <> 'en', text.until DESC, text.language LIMIT 1
  } AS labels
ORDER BY versionId, uri, level, relation
