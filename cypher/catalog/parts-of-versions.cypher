// Which badges do these badge versions stack, as far as this viewer may see them?
MATCH (version:BadgeVersion)-[:STACKS]->(badge:Badge)<-[:ISSUES]-(issuer:Organization)
WHERE version.id IN $ids
  AND EXISTS {
    MATCH (badge)-[:HAS_VERSION]->(any:BadgeVersion)
    WHERE any.state <> 'DRAFT' OR issuer.id IN $memberOf
  }
OPTIONAL MATCH (badge)-[:HAS_VERSION]->(current:BadgeVersion {state: 'PUBLISHED'})
RETURN version.id AS parentId, badge.id AS id, badge.name AS name, issuer.id AS issuerId, current {
// with fragments/badge-version
  badgeId: badge.id
} AS current
ORDER BY parentId, name, id
