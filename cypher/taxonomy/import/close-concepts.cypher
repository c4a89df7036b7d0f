// Ends concepts at a version that no longer has them, and with them all their texts.
UNWIND $uris AS uri
MATCH (concept:Concept {uri: uri})
SET concept.until = $version
WITH concept
MATCH (concept)-[:HAS_TEXT]->(text:ConceptText)
WHERE text.since <= $version AND text.until > $version
SET text.until = $version
