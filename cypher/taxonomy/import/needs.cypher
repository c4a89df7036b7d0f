// The skills these concepts need, with ratings, that end after a version.
UNWIND $uris AS uri
MATCH (:Concept {uri: uri})-[edge:NEEDS]->(to:Skill)
WHERE edge.until > $version
RETURN elementId(edge) AS id, uri AS from, to.uri AS to, edge.relation AS variant,
  [edge.importance, edge.level, edge.importanceSuppressed, edge.levelSuppressed, edge.notRelevant] AS values,
  edge.since AS since, edge.until AS until
