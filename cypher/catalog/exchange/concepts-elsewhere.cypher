// Which of these URIs are concepts of another framework?
MATCH (concept:Concept)
WHERE concept.uri IN $uris AND concept.framework <> $framework
RETURN concept.uri AS uri, concept.framework AS framework
ORDER BY uri
