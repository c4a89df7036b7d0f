// Which credentials has this organisation issued, the newest award first?
MATCH (:Organization {id: $issuerId})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential)
WHERE ($status IS NULL OR credential.status = $status)
  AND ($afterAwardedAt IS NULL OR credential.awardedAt < $afterAwardedAt
    OR (credential.awardedAt = $afterAwardedAt AND credential.id > $afterId))
RETURN credential.id AS id, credential.awardedAt AS awardedAt
ORDER BY awardedAt DESC, id
LIMIT $limit
