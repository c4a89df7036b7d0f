// Which co-creation sessions have these ids?
MATCH (issuer:Organization)-[:HELD]->(session:CoCreation)
WHERE session.id IN $ids
RETURN session {
// with fragments/co-creation
} AS session
