// Which hosts does this learner let in?
MATCH (:Learner {id: $learnerId})-[:CONNECTED]->(host:ConnectedHost)
RETURN host.id AS id, host.name AS name, host.address AS address, host.scopes AS scopes, host.connectedAt AS connectedAt
ORDER BY connectedAt DESC, id
