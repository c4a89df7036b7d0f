// Which credentials does this learner hold, the newest award first?
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)
WHERE ($status IS NULL OR credential.status = $status)
  AND ($afterAwardedAt IS NULL OR credential.awardedAt < $afterAwardedAt
    OR (credential.awardedAt = $afterAwardedAt AND credential.id > $afterId))
RETURN credential.id AS id, credential.awardedAt AS awardedAt
ORDER BY awardedAt DESC, id
LIMIT $limit
