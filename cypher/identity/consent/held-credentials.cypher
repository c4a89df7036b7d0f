// Which of these credentials does this learner hold?
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)
WHERE credential.id IN $ids
RETURN credential.id AS id
