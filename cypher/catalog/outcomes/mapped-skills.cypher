// Which skills do reviewed mappings say are the same, or nearly, as a skill this outcome is aligned to, and what are both called?
MATCH (outcome:Outcome {id: $id})-[aligned:ALIGNED_TO]->(known:Skill)<-[:MAPS_FROM|MAPS_TO]-(mapping:Mapping {reviewState: 'REVIEWED'})-[:MAPS_FROM|MAPS_TO]->(skill:Skill)
WHERE aligned.relation IN ['EXACT', 'CLOSE'] AND mapping.relation IN ['EXACT', 'CLOSE'] AND skill.uri <> known.uri
  AND ($framework IS NULL OR skill.framework = $framework)
RETURN skill.uri AS uri, mapping.relation AS relation,
  COLLECT { MATCH (skill)-[:HAS_TEXT]->(text:ConceptText) RETURN text.label ORDER BY text.language <> $language, text.until DESC, text.language LIMIT 1 } AS labels,
  COLLECT { MATCH (known)-[:HAS_TEXT]->(text:ConceptText) RETURN text.label ORDER BY text.language <> $language, text.until DESC, text.language LIMIT 1 } AS knownLabels
ORDER BY uri, relation DESC
