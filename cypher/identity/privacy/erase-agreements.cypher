// Delete a learner's consents, what was asked of them, their API keys and the invitations to be them.
MATCH (learner:Learner {id: $learnerId})
OPTIONAL MATCH (learner)-[:GAVE]->(consent:Consent)
OPTIONAL MATCH (learner)<-[:ABOUT]-(request:RevealRequest)
OPTIONAL MATCH (learner)<-[:ACTS_AS]-(key:ApiKey)
OPTIONAL MATCH (learner)<-[:FOR]-(invitation:Invitation)
WITH collect(DISTINCT consent) + collect(DISTINCT request) + collect(DISTINCT key) + collect(DISTINCT invitation) AS gone
UNWIND gone AS one
DETACH DELETE one
