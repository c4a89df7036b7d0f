// To which badges do these learning units lead: those awarded now for one of their assessments?
MATCH (unit:LearningUnit)
WHERE unit.id IN $ids
MATCH (unit)-[:ASSESSED_BY]->(:Assessment)<-[:AWARDED_FOR]-(current:BadgeVersion {state: 'PUBLISHED'})
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(current)
WITH DISTINCT unit, badge, issuer, current
RETURN unit.id AS parentId, badge.id AS id, badge.name AS name, issuer.id AS issuerId, current {
// with fragments/badge-version
  badgeId: badge.id
} AS current
ORDER BY parentId, name, id
