// Which awarded badges should have been reviewed by now, the most overdue first, after a given one?
MATCH (badge:Badge)
USING INDEX badge:Badge(nextReviewAt, id)
WHERE badge.nextReviewAt >= $afterAt AND badge.nextReviewAt < $now AND badge.id IS NOT NULL
  AND CASE WHEN badge.nextReviewAt = $afterAt THEN badge.id > $afterId ELSE true END
  AND EXISTS { (badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'}) }
  AND ($organizationId IS NULL OR EXISTS { (badge)<-[:ISSUES]-(:Organization {id: $organizationId}) })
RETURN badge.id AS badgeId, badge.nextReviewAt AS nextReviewAt
ORDER BY nextReviewAt, badgeId
LIMIT $limit
