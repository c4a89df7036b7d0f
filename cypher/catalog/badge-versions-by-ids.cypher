// Which badge versions have these ids, drafts only for members of the issuer?
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion)
WHERE version.id IN $ids AND (version.state <> 'DRAFT' OR issuer.id IN $memberOf)
RETURN version {
// with fragments/badge-version
  badgeId: badge.id
} AS version
