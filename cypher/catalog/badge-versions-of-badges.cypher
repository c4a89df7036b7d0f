// Which versions have these badges had, newest first, drafts only for members of the issuer?
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion)
WHERE badge.id IN $ids AND (version.state <> 'DRAFT' OR issuer.id IN $memberOf)
RETURN badge.id AS parentId, version {
// with fragments/badge-version
  badgeId: badge.id
} AS version
ORDER BY parentId, version.number DESC
