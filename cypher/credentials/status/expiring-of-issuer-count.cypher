// How many credentials that count now and were issued by this organisation end before an instant?
MATCH (:Organization {id: $issuerId})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential)
WHERE credential.status = 'ACTIVE' AND credential.validUntil > $now AND credential.validUntil < $before
RETURN count(credential) AS total
