// The awards of a learner: of which badge and version, and whether each is valid at this moment.
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)-[:INSTANCE_OF]->(version:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)
RETURN badge.id AS badgeId, version.id AS versionId,
  credential.status = 'ACTIVE' AND credential.validFrom <= $now
    AND (credential.validUntil IS NULL OR $now < credential.validUntil) AS valid,
// with fragments/proven-facts
ORDER BY badgeId, versionId, valid
