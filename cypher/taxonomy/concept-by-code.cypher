// Which concept of a framework has this code, the one that holds longest first?
MATCH (concept:Concept {code: $code})
WHERE concept.framework = $framework
RETURN concept.uri AS uri
ORDER BY concept.until DESC, uri LIMIT 1
