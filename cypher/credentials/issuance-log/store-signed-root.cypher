// Keep the newest signed root of an issuance log.
MATCH (log:IssuanceLog {id: $organizationId})
WHERE coalesce(log.signedSize, -1) <= $size
SET log.signedSize = $size, log.signedAt = $now, log.signedRoot = $signedRoot
