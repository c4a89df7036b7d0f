// Delete the credentials from elsewhere that a learner brought, their portfolios with the links to them, and what they asked to have confirmed.
MATCH (:Learner {id: $learnerId})-[:BROUGHT|KEEPS|ASKED_TO_CONFIRM]->(own:ForeignCredential|Portfolio|Validation)
OPTIONAL MATCH (own)-[:SHARED_BY]->(share:ShareLink)
DETACH DELETE own, share
