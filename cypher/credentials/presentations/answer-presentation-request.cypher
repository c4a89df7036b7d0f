// Note that what was asked for has been answered.
MATCH (request:PresentationRequest {digest: $digest})
SET request.answeredAt = $now
RETURN request.digest AS digest
