// Writes what concepts are called in one language: new texts, and those that the same release now tells in full.
UNWIND $rows AS row
MATCH (concept:Concept {uri: row.uri})
MERGE (text:ConceptText {key: row.key})
SET text:$($indexLabel), text.framework = $framework, text.kind = row.kind, text.language = $language,
  text.label = row.label, text.alternatives = row.alternatives, text.hidden = row.hidden,
  text.description = row.description, text.since = row.since, text.until = row.until
MERGE (concept)-[:HAS_TEXT]->(text)
