// The memory of a request under its idempotency key, made now when there is none; a result means it was carried out before.
MERGE (request:IdempotentRequest {key: $key})
ON CREATE SET request.input = $input, request.at = $now
SET request.lockedAt = $now
RETURN request.input AS input, request.result AS result
