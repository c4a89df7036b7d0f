// How many credentials does this learner hold?
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)
WHERE $status IS NULL OR credential.status = $status
RETURN count(credential) AS total
