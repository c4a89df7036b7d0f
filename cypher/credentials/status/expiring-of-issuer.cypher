// Which credentials that count now and were issued by this organisation end before an instant? The first to end first.
MATCH (:Organization {id: $issuerId})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential)
WHERE credential.status = 'ACTIVE' AND credential.validUntil > $now AND credential.validUntil < $before
  AND ($afterEnd IS NULL OR credential.validUntil > $afterEnd OR (credential.validUntil = $afterEnd AND credential.id > $afterId))
RETURN credential.id AS id, credential.validUntil AS validUntil
ORDER BY validUntil, id
LIMIT $limit
