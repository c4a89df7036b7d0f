// Which credentials that count now and are held by this learner end before an instant? The first to end first.
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)
WHERE credential.status = 'ACTIVE' AND credential.validUntil > $now AND credential.validUntil < $before
  AND ($afterEnd IS NULL OR credential.validUntil > $afterEnd OR (credential.validUntil = $afterEnd AND credential.id > $afterId))
RETURN credential.id AS id, credential.validUntil AS validUntil
ORDER BY validUntil, id
LIMIT $limit
