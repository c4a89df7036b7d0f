// Show a credential of this learner to everybody, or no longer; one that is public already stays so since then.
MATCH (learner:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential {id: $credentialId})
SET learner.lockedAt = $now
SET credential.publicSince = CASE WHEN $public THEN coalesce(credential.publicSince, $now) END
RETURN credential.id AS id
