// Withdraw a consent of this learner; one withdrawn earlier keeps its time.
MATCH (:Learner {id: $learnerId})-[:GAVE]->(consent:Consent {id: $id})-[:TO]->(organization:Organization)
SET consent.revokedAt = coalesce(consent.revokedAt, $now)
RETURN consent.id AS id, organization.id AS organizationId
