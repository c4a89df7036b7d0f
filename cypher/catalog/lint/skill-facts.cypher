// What do the taxonomies say of these skills: their framework, whether its newest edition has them, what followed them, and which of some groups they belong to?
MATCH (skill:Skill)
WHERE skill.uri IN $uris
OPTIONAL MATCH (framework:Framework {id: skill.framework})
CALL (skill) {
  OPTIONAL MATCH (skill)-[:HAS_TEXT]->(text:ConceptText)
  WITH text ORDER BY text.language <> 'en', text.until DESC, text.language
  RETURN head(collect(text.label)) AS label
}
CALL (skill) {
  MATCH (skill)-[:REPLACED_BY]->{1,10}(successor:Skill)
  WHERE successor.since <= $asOf < successor.until
  WITH DISTINCT successor
  OPTIONAL MATCH (successor)-[:HAS_TEXT]->(text:ConceptText)
  WHERE text.since <= $asOf < text.until
  WITH successor, text ORDER BY text.language <> 'en', text.language
  WITH successor, head(collect(text.label)) AS name ORDER BY successor.uri
  RETURN collect(successor {.uri, label: name}) AS replacedBy
}
CALL (skill) {
  MATCH (group:Concept)
  WHERE group.uri IN $groups
    AND EXISTS { (skill) ((:Concept)-[edge:BROADER WHERE edge.since <= $asOf < edge.until]->(:Concept)){1,20} (group) }
  WITH group ORDER BY group.uri
  RETURN collect(group.uri) AS groups
}
RETURN skill.uri AS uri, framework.name AS frameworkName, skill.since <= $asOf < skill.until AS current, label, replacedBy, groups
