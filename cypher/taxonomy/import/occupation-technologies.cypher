// The technologies these occupations use, one for each example, that end after a version.
UNWIND $uris AS uri
MATCH (:Occupation {uri: uri})-[edge:USES]->(to:Technology)
WHERE edge.until > $version
RETURN elementId(edge) AS id, uri AS from, to.code AS to, edge.example AS variant, [edge.hot, edge.inDemand] AS values,
  edge.since AS since, edge.until AS until
