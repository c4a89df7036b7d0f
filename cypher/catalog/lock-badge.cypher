// Hold a badge against other writers until the transaction ends, and say which versions it has.
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge {id: $id})
SET badge.name = badge.name
WITH issuer, badge
CALL (badge) {
  MATCH (badge)-[:HAS_VERSION]->(version:BadgeVersion)
  WITH version ORDER BY version.number
  RETURN collect(version {.id, .number, .state}) AS versions
}
RETURN badge.id AS id, issuer.id AS issuerId, versions
