// What are these concepts called, in every language, at a version?
MATCH (concept:Concept)-[:HAS_TEXT]->(text:ConceptText)
WHERE concept.uri IN $uris AND text.since <= $asOf < text.until
RETURN concept.uri AS parentUri, text {.language, .label, .alternatives, .hidden, .description} AS text
ORDER BY parentUri, text.language
