// Hold what an organisation asked for until the transaction ends, and answer whether it has been answered.
MATCH (request:PresentationRequest {digest: $digest})
SET request.heldAt = $now
WITH request
MATCH (:Organization {id: $organizationId})-[:ASKS_FOR]->(request)
RETURN request.domain AS domain, request.expiresAt AS expiresAt, request.answeredAt AS answeredAt
