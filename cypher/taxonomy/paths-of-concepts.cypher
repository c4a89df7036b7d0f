// By which ways, from the top down, do these concepts hang in the hierarchy, at most a hundred each?
UNWIND $uris AS parentUri
CALL (parentUri) {
  MATCH way = (:Concept {uri: parentUri}) ((:Concept)-[edge:BROADER WHERE edge.since <= $asOf < edge.until]->(:Concept)){1,20} (top:Concept)
  WHERE NOT EXISTS { (top)-[above:BROADER]->(:Concept) WHERE above.since <= $asOf < above.until }
  WITH [node IN nodes(way) | node.uri] AS uris
  RETURN uris ORDER BY size(uris), uris LIMIT 100
}
RETURN parentUri, reverse(tail(uris)) AS uris
