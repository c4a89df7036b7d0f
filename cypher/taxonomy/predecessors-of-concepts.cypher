// Which concepts did these come after?
MATCH (before:Concept)-[:REPLACED_BY]->(after:Concept)
WHERE after.uri IN $uris
RETURN after.uri AS parentUri, before.uri AS uri
ORDER BY parentUri, uri
