// Delete the credentials from elsewhere that a learner brought.
MATCH (:Learner {id: $learnerId})-[:BROUGHT]->(own:ForeignCredential)
DETACH DELETE own
