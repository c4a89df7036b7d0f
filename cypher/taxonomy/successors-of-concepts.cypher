// Which concepts came after these?
MATCH (before:Concept)-[:REPLACED_BY]->(after:Concept)
WHERE before.uri IN $uris
RETURN before.uri AS parentUri, after.uri AS uri
ORDER BY parentUri, uri
