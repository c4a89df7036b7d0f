// Which credentials that count now were issued by this organisation for work on an earlier version of the badge of this one? In order of id.
MATCH (:Organization {id: $issuerId})-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion {id: $badgeVersionId})
MATCH (badge)-[:HAS_VERSION]->(earlier:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential {status: 'ACTIVE', via: 'ASSESSED'})-[:RESTS_ON]->(result:Result)
WHERE earlier.number < version.number AND credential.id > $afterId
  AND (credential.validUntil IS NULL OR credential.validUntil > $now)
RETURN credential.id AS id, result.id AS resultId, credential.awardedAt AS awardedAt
ORDER BY id
LIMIT $limit
