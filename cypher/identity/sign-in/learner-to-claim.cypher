// Has this organisation registered this learner, and has somebody claimed the record?
MATCH (:Organization {id: $organizationId})-[:REGISTERED]->(learner:Learner {id: $learnerId})
RETURN EXISTS { (:Person)-[:IS]->(learner) } AS claimed
