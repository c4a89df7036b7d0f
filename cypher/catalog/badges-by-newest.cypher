// Which published badges are there, last published first, after a given one?
MATCH (current:BadgeVersion)
USING INDEX current:BadgeVersion(publishedAt)
WHERE current.publishedAt <= $beforeAt AND current.state = 'PUBLISHED'
MATCH (badge:Badge)-[:HAS_VERSION]->(current)
WHERE CASE WHEN current.publishedAt = $beforeAt THEN badge.id > $afterId ELSE true END
  AND ($organizationId IS NULL OR EXISTS { (badge)<-[:ISSUES]-(:Organization {id: $organizationId}) })
  AND ($nameContains IS NULL OR toLower(badge.name) CONTAINS toLower($nameContains))
  AND ($skillUri IS NULL OR EXISTS {
    (badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'})-[:CERTIFIES]->(:Outcome)-[:ALIGNED_TO]->(:Skill {uri: $skillUri})
  })
  AND ($stacked IS NULL OR $stacked = EXISTS { (badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'})-[:STACKS]->(:Badge) })
WITH badge, current ORDER BY current.publishedAt DESC, badge.id LIMIT $limit
MATCH (issuer:Organization)-[:ISSUES]->(badge)
RETURN badge.id AS id, badge.name AS name, issuer.id AS issuerId, current {
// with fragments/badge-version
  badgeId: badge.id
} AS current
ORDER BY current.publishedAt DESC, id
