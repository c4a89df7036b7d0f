// Delete a learner's consents, what was asked of them, their API keys, the invitations to be them and the hosts they let in. Kind by kind, so that many of each do not multiply.
MATCH (learner:Learner {id: $learnerId})
CALL (learner) {
  MATCH (learner)-[:GAVE]->(one:Consent)
  RETURN one
  UNION
  MATCH (learner)<-[:ABOUT]-(one:RevealRequest)
  RETURN one
  UNION
  MATCH (learner)<-[:ACTS_AS]-(one:ApiKey)
  RETURN one
  UNION
  MATCH (learner)<-[:FOR]-(one:Invitation)
  RETURN one
  UNION
  MATCH (learner)-[:CONNECTED]->(one:ConnectedHost)
  RETURN one
  UNION
  MATCH (one:OAuthRecord {learnerId: $learnerId})
  RETURN one
}
DETACH DELETE one
