// Which credentials does a learner hold that were issued after an instant, oldest first; and how many are there?
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)
WHERE credential.issuedAt > $since
WITH credential ORDER BY credential.issuedAt, credential.id
WITH collect(credential.id) AS ids
RETURN size(ids) AS total, ids[$offset..$offset + $limit] AS ids
