// Writes what concepts are called in a language they have no text in yet.
UNWIND $rows AS row
MATCH (concept:Concept {uri: row.uri})
WHERE NOT EXISTS { (concept)-[:HAS_TEXT]->(:ConceptText {language: row.language}) }
CREATE (concept)-[:HAS_TEXT]->(text:ConceptText {
  key: row.key,
  language: row.language,
  label: row.label,
  alternatives: row.alternatives,
  hidden: [],
  kind: row.kind,
  framework: row.framework,
  since: row.since,
  until: 2147483647
})
SET text:$(row.textLabel)
