// How many credentials that count now and are held by this learner end before an instant?
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)
WHERE credential.status = 'ACTIVE' AND credential.validUntil > $now AND credential.validUntil < $before
RETURN count(credential) AS total
