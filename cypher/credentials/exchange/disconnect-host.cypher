// Let a host of a learner in no longer, with every code and token it was given.
MATCH (:Learner {id: $learnerId})-[:CONNECTED]->(host:ConnectedHost {id: $id})
OPTIONAL MATCH (record:OAuthRecord)
WHERE record.grant = $id OR record.key = 'Grant|' + $id
WITH host, collect(record) AS records
FOREACH (record IN records | DELETE record)
DETACH DELETE host
RETURN $id AS id
