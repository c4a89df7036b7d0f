// Take a credential from elsewhere out of a learner's record.
MATCH (:Learner {id: $learnerId})-[:BROUGHT]->(foreign:ForeignCredential {id: $id})
WITH foreign, foreign.id AS id
DETACH DELETE foreign
RETURN id
