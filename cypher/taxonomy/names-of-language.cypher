// What are concepts called in a language today, a page at a time?
MATCH (text:ConceptText {language: $language, until: 2147483647})
WHERE text.key > $afterKey
RETURN text.key AS key, [text.label] + coalesce(text.alternatives, []) AS names
ORDER BY key LIMIT $limit
