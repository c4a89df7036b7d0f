// The uses of a consent of this learner, as the audit says, last first, before a given one.
MATCH (learner:Learner {id: $learnerId})-[:GAVE]->(consent:Consent {id: $id})-[:TO]->(organization:Organization)
OPTIONAL MATCH (consent)-[:WITHIN]->(campaign:Campaign)
MATCH (event:AuditEvent {subject: learner.id})
WHERE event.chain = organization.id AND event.purpose = consent.purpose
  AND event.at >= consent.grantedAt
  AND (consent.revokedAt IS NULL OR event.at < consent.revokedAt)
  AND (consent.expiresAt IS NULL OR event.at < consent.expiresAt)
  AND (campaign IS NULL OR campaign.id IN event.objects)
  AND ($beforeSeq IS NULL OR event.seq < $beforeSeq)
RETURN event.chain + '/' + toString(event.seq) AS id, event.seq AS seq, event.action AS action, event.purpose AS purpose, event.at AS at,
  organization.id AS organizationId, event.objects AS objects
ORDER BY seq DESC
LIMIT $limit
