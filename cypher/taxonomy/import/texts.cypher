// The texts of these concepts in one language that end after a version.
UNWIND $uris AS uri
MATCH (:Concept {uri: uri})-[:HAS_TEXT]->(text:ConceptText {language: $language})
WHERE text.until > $version
RETURN uri, text.key AS key, text.kind AS kind, text.label AS label, coalesce(text.alternatives, []) AS alternatives,
  coalesce(text.hidden, []) AS hidden, text.description AS description, text.since AS since, text.until AS until
