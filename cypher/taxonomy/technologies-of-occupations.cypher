// Which technologies do people in these occupations use, with an example of each?
MATCH (occupation:Occupation)-[edge:USES]->(technology:Technology)
WHERE occupation.uri IN $uris AND edge.since <= $asOf < edge.until
RETURN occupation.uri AS parentUri,
  technology {.code, .title, example: edge.example, hot: edge.hot, inDemand: edge.inDemand} AS technology
ORDER BY parentUri, coalesce(edge.hot, false) DESC, coalesce(edge.inDemand, false) DESC, technology.title, edge.example, technology.code
