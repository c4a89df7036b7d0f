// Write a learner's consent; an earlier one to the same organisation, purpose and campaign ends.
MATCH (learner:Learner {id: $learnerId})
MATCH (organization:Organization {id: $organizationId})
SET learner.lockedAt = $now
WITH learner, organization
WHERE learner.erasedAt IS NULL
OPTIONAL MATCH (organization)-[:RUNS]->(campaign:Campaign {id: $campaignId})
CALL (learner, organization, campaign) {
  MATCH (learner)-[:GAVE]->(before:Consent {purpose: $purpose})-[:TO]->(organization)
  WHERE before.revokedAt IS NULL
    AND CASE WHEN campaign IS NULL THEN NOT EXISTS { (before)-[:WITHIN]->(:Campaign) } ELSE EXISTS { (before)-[:WITHIN]->(campaign) } END
  SET before.revokedAt = $now
}
CREATE (learner)-[:GAVE]->(consent:Consent {
  id: $id, purpose: $purpose, scopes: $scopes, credentialIds: $credentialIds, skillUris: $skillUris,
  grantedAt: $now, expiresAt: $expiresAt, policyVersion: $policyVersion, text: $text, textHash: $textHash
})-[:TO]->(organization)
FOREACH (within IN CASE WHEN campaign IS NULL THEN [] ELSE [campaign] END | CREATE (consent)-[:WITHIN]->(within))
RETURN consent.id AS id
