// Withdraw a version of a badge that was published: it is no longer awarded.
MATCH (version:BadgeVersion {id: $id})
WHERE version.state IN ['PUBLISHED', 'SUPERSEDED']
SET version.state = 'WITHDRAWN', version.withdrawnAt = $now, version.withdrawnReason = $reason
RETURN version.id AS id
