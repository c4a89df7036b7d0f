// Which badges must a learner hold before these learning units?
MATCH (unit:LearningUnit)-[:PREREQUISITE]->(badge:Badge)<-[:ISSUES]-(issuer:Organization)
WHERE unit.id IN $ids
  AND EXISTS {
    MATCH (badge)-[:HAS_VERSION]->(any:BadgeVersion)
    WHERE any.state <> 'DRAFT' OR issuer.id IN $memberOf
  }
OPTIONAL MATCH (badge)-[:HAS_VERSION]->(current:BadgeVersion {state: 'PUBLISHED'})
RETURN unit.id AS parentId, badge.id AS id, badge.name AS name, issuer.id AS issuerId, current {
// with fragments/badge-version
  badgeId: badge.id
} AS current
ORDER BY parentId, name, id
