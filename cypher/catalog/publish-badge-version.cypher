// Publish a draft: from now on it is what is awarded, and the version before it is superseded.
MATCH (badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion {id: $id, state: 'DRAFT'})
CALL (badge) {
  MATCH (badge)-[:HAS_VERSION]->(before:BadgeVersion {state: 'PUBLISHED'})
  SET before.state = 'SUPERSEDED'
}
SET version.state = 'PUBLISHED', version.publishedAt = $now, version.definition = $definition, badge.name = version.name
RETURN version.id AS id
