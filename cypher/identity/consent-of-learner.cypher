// A consent of this learner by id.
MATCH (:Learner {id: $learnerId})-[:GAVE]->(consent:Consent {id: $id})-[:TO]->(organization:Organization)
RETURN consent {.id, .purpose, .scopes, .grantedAt, .expiresAt, .revokedAt, .policyVersion, .textHash, organizationId: organization.id} AS consent
