// Withdraw a consent of this learner; one withdrawn earlier keeps its time.
MATCH (:Learner {id: $learnerId})-[:GAVE]->(consent:Consent {id: $id})-[:TO]->(organization:Organization)
SET consent.revokedAt = coalesce(consent.revokedAt, $now)
RETURN consent {.id, .purpose, .scopes, .grantedAt, .expiresAt, .revokedAt, .policyVersion, .textHash, organizationId: organization.id} AS consent
