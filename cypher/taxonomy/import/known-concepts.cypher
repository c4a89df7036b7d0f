// Which of these URIs are concepts, of whatever framework and version.
UNWIND $uris AS uri
MATCH (concept:Concept {uri: uri})
RETURN concept.uri AS uri
