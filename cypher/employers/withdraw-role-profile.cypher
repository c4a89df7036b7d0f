// Withdraw a published role profile: it stays, with the reason, and is matched no more.
MATCH (profile:RoleProfile {id: $id, state: 'PUBLISHED'})
SET profile.state = 'WITHDRAWN', profile.withdrawnAt = $now, profile.withdrawnReason = $reason
RETURN profile.id AS id
