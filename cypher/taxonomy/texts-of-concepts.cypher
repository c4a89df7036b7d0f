// What are these concepts called, best first: what held at a version before what held earlier, then by a wish list of languages?
MATCH (concept:Concept)-[:HAS_TEXT]->(text:ConceptText)
WHERE concept.uri IN $uris
WITH concept.uri AS parentUri, text,
  [i IN range(0, size($languages) - 1) WHERE $languages[i] = text.language][0] AS wish
ORDER BY parentUri, text.since <= $asOf < text.until DESC, coalesce(wish, size($languages)), text.until DESC, text.language
WITH parentUri, collect(text)[0] AS text
RETURN parentUri, text {.language, .label, .alternatives, .hidden, .description} AS text
