// Note how well what was presented fills the role, sealed; nothing when it was answered before (the write comes first, as a lock).
MATCH (request:CandidateRequest {digest: $digest})
SET request.lockedAt = $now
WITH request
WHERE request.answeredAt IS NULL AND request.expiresAt > $now
SET request.answeredAt = $now, request.sealedMatch = $sealedMatch
RETURN request.id AS id
