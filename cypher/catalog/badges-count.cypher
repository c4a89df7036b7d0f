// How many badges may this viewer see that a filter lets through?
MATCH (badge:Badge)
WHERE badge.id IS NOT NULL
  AND ($publishedOnly = false OR EXISTS { (badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'}) })
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
RETURN count(badge) AS total
