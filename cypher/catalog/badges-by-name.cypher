// Which badges may this viewer see, in order of name, after a given one?
MATCH (badge:Badge)
USING INDEX badge:Badge(name, id)
WHERE badge.name >= $afterName AND badge.id IS NOT NULL
  AND CASE WHEN badge.name = $afterName THEN badge.id > $afterId ELSE true END
  AND EXISTS {
    MATCH (owner:Organization)-[:ISSUES]->(badge)-[:HAS_VERSION]->(any:BadgeVersion)
    WHERE any.state <> 'DRAFT' OR owner.id IN $memberOf
  }
  AND ($organizationId IS NULL OR EXISTS { (badge)<-[:ISSUES]-(:Organization {id: $organizationId}) })
  AND ($nameContains IS NULL OR toLower(badge.name) CONTAINS toLower($nameContains))
  AND ($skillUri IS NULL OR EXISTS {
    (badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'})-[:CERTIFIES]->(:Outcome)-[:ALIGNED_TO]->(:Skill {uri: $skillUri})
  })
  AND ($stacked IS NULL OR $stacked = EXISTS { (badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'})-[:STACKS]->(:Badge) })
WITH badge ORDER BY badge.name, badge.id LIMIT $limit
MATCH (issuer:Organization)-[:ISSUES]->(badge)
OPTIONAL MATCH (badge)-[:HAS_VERSION]->(current:BadgeVersion {state: 'PUBLISHED'})
RETURN badge.id AS id, badge.name AS name, issuer.id AS issuerId, current {
// with fragments/badge-version
  badgeId: badge.id
} AS current
ORDER BY name, id
