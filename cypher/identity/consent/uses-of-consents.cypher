// How often was each of these consents of a learner used, and when last, as the audit says?
MATCH (learner:Learner {id: $learnerId})-[:GAVE]->(consent:Consent)-[:TO]->(organization:Organization)
WHERE consent.id IN $ids
OPTIONAL MATCH (consent)-[:WITHIN]->(campaign:Campaign)
OPTIONAL MATCH (event:AuditEvent {subject: learner.id})
WHERE event.chain = organization.id AND event.purpose = consent.purpose
  AND event.at >= consent.grantedAt
  AND (consent.revokedAt IS NULL OR event.at < consent.revokedAt)
  AND (consent.expiresAt IS NULL OR event.at < consent.expiresAt)
  AND (campaign IS NULL OR campaign.id IN event.objects)
RETURN consent.id AS id, count(event) AS total, max(event.at) AS lastAt
