// What do these versions of badges say of themselves, and what does the linter have to know of their issuers and of the version in use?
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion)
WHERE version.id IN $ids
OPTIONAL MATCH (badge)-[:HAS_VERSION]->(current:BadgeVersion {state: 'PUBLISHED'})
RETURN version {
  .name, .description, .criteria, .achievementType, .creditValue, .creditSystem, .validMonths, .renewal, .imageUrl, .imageAlt,
  versionId: version.id, badgeId: badge.id, tags: coalesce(version.tags, []), languages: coalesce(version.languages, []),
  parts: COUNT { (version)-[:STACKS]->(:Badge) }, issuer: issuer {.id, .name, .url, regions: coalesce(issuer.regions, [])},
  publishedTags: coalesce(current.tags, [])
} AS version
