// The tasks of these occupations that end after a version.
UNWIND $uris AS uri
MATCH (:Occupation {uri: uri})-[edge:HAS_TASK]->(to:Task)
WHERE edge.until > $version
RETURN elementId(edge) AS id, uri AS from, to.id AS to, '' AS variant, [] AS values, edge.since AS since, edge.until AS until
