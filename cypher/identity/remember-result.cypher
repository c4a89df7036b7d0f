// Stores what a request resulted in, for whoever asks again under its key.
MATCH (request:IdempotentRequest {key: $key})
SET request.result = $result
