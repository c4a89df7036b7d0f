// Which consent of this learner has this id?
MATCH (:Learner {id: $learnerId})-[:GAVE]->(consent:Consent {id: $id})-[:TO]->(organization:Organization)
OPTIONAL MATCH (consent)-[:WITHIN]->(campaign:Campaign)
RETURN consent {
  .id, .purpose, .scopes, .credentialIds, .skillUris, .grantedAt, .expiresAt, .revokedAt, .policyVersion, .text, .textHash,
  organizationId: organization.id, campaignId: campaign.id
} AS consent
