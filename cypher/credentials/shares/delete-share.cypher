// Take back a link to a credential of this learner.
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)-[:SHARED_BY]->(share:ShareLink {id: $id})
WITH credential.id AS credentialId, share
DETACH DELETE share
RETURN credentialId
