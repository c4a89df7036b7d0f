// Which consents has a learner given, last given first, after a given one?
MATCH (:Learner {id: $learnerId})-[:GAVE]->(consent:Consent)-[:TO]->(organization:Organization)
WHERE (consent.grantedAt < $beforeAt OR (consent.grantedAt = $beforeAt AND consent.id > $afterId))
  AND ($activeOnly = false OR (consent.revokedAt IS NULL AND (consent.expiresAt IS NULL OR consent.expiresAt > $now)))
WITH consent, organization ORDER BY consent.grantedAt DESC, consent.id LIMIT $limit
OPTIONAL MATCH (consent)-[:WITHIN]->(campaign:Campaign)
RETURN consent {
  .id, .purpose, .scopes, .credentialIds, .skillUris, .grantedAt, .expiresAt, .revokedAt, .policyVersion, .text, .textHash,
  organizationId: organization.id, campaignId: campaign.id
} AS consent
ORDER BY consent.grantedAt DESC, consent.id
