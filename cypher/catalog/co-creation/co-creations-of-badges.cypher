// Which co-creation sessions were these badges shaped in, newest first?
MATCH (issuer:Organization)-[:HELD]->(session:CoCreation)-[:SHAPED]->(parent:Badge)
WHERE parent.id IN $ids
RETURN parent.id AS parentId, session {
// with fragments/co-creation
} AS session
ORDER BY parentId, session.heldAt DESC, session.id
