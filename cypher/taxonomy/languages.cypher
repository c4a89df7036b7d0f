// In which languages are there texts?
MATCH (text:ConceptText)
WHERE text.until = 2147483647
RETURN DISTINCT text.language AS language
ORDER BY language
