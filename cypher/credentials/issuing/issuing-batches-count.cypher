// How many batches of awards has this organisation started?
MATCH (:Organization {id: $organizationId})-[:STARTED]->(batch:IssuingBatch)
RETURN count(batch) AS total
