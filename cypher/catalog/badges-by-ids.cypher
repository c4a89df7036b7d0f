// Which badges have these ids, with issuer and the version that is awarded now, as far as this viewer may see them?
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)
WHERE badge.id IN $ids
  AND EXISTS {
    MATCH (badge)-[:HAS_VERSION]->(any:BadgeVersion)
    WHERE any.state <> 'DRAFT' OR issuer.id IN $memberOf
  }
OPTIONAL MATCH (badge)-[:HAS_VERSION]->(current:BadgeVersion {state: 'PUBLISHED'})
RETURN badge.id AS id, badge.name AS name, issuer.id AS issuerId, current {
// with fragments/badge-version
  badgeId: badge.id
} AS current
