// The edges from these concepts to broader ones that end after a version.
UNWIND $uris AS uri
MATCH (:Concept {uri: uri})-[edge:BROADER]->(to:Concept)
WHERE edge.until > $version
RETURN elementId(edge) AS id, uri AS from, to.uri AS to, '' AS variant, [] AS values, edge.since AS since, edge.until AS until
