// What are these concepts called in a language, as the search shows them?
MATCH (concept:Concept)-[:HAS_TEXT]->(text:ConceptText {language: $language})
WHERE concept.uri IN $uris AND text.since <= $asOf < text.until
RETURN concept {.uri, .framework, .code, .since, .until, .skillType, .reuseLevel, .jobZone, kind: [label IN labels(concept) WHERE label <> 'Concept'][0]} AS concept, text {.language, .label, .alternatives, .hidden, .description} AS text
ORDER BY concept.uri
