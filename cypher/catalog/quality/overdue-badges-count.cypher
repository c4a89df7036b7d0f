// How many awarded badges should have been reviewed by now?
MATCH (badge:Badge)
WHERE badge.nextReviewAt < $now
  AND EXISTS { (badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'}) }
  AND ($organizationId IS NULL OR EXISTS { (badge)<-[:ISSUES]-(:Organization {id: $organizationId}) })
RETURN count(badge) AS total
