// The events of one audit chain exactly as they are stored, in order, so many after a number.
MATCH (event:AuditEvent {chain: $chain})
WHERE event.seq > $after
WITH event ORDER BY event.seq LIMIT $limit
RETURN properties(event) AS event
