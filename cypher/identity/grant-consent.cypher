// Write a learner's consent; an earlier one to the same organisation for the same purpose ends.
MATCH (learner:Learner {id: $learnerId})
MATCH (organization:Organization {id: $organizationId})
SET learner.id = learner.id
WITH learner, organization
CALL (learner, organization) {
  MATCH (learner)-[:GAVE]->(before:Consent {purpose: $purpose})-[:TO]->(organization)
  WHERE before.revokedAt IS NULL
  SET before.revokedAt = $now
}
CREATE (learner)-[:GAVE]->(consent:Consent {
  id: $id, purpose: $purpose, scopes: $scopes, grantedAt: $now, expiresAt: $expiresAt, policyVersion: $policyVersion, textHash: $textHash
})-[:TO]->(organization)
RETURN consent {.id, .purpose, .scopes, .grantedAt, .expiresAt, .revokedAt, .policyVersion, .textHash, organizationId: organization.id} AS consent
