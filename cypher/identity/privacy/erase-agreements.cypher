// Delete a learner's consents, what was asked of them, their API keys, the invitations to be them and the hosts they let in.
MATCH (learner:Learner {id: $learnerId})
OPTIONAL MATCH (learner)-[:GAVE]->(consent:Consent)
OPTIONAL MATCH (learner)<-[:ABOUT]-(request:RevealRequest)
OPTIONAL MATCH (learner)<-[:ACTS_AS]-(key:ApiKey)
OPTIONAL MATCH (learner)<-[:FOR]-(invitation:Invitation)
OPTIONAL MATCH (learner)-[:CONNECTED]->(host:ConnectedHost)
OPTIONAL MATCH (record:OAuthRecord {learnerId: $learnerId})
WITH collect(DISTINCT consent) + collect(DISTINCT request) + collect(DISTINCT key) + collect(DISTINCT invitation) + collect(DISTINCT host) + collect(DISTINCT record) AS gone
UNWIND gone AS one
DETACH DELETE one
