// Write a learner's answer to a reveal request; one answered earlier keeps its answer (the first write is the lock).
MATCH (:Learner {id: $learnerId})<-[:ABOUT]-(request:RevealRequest {id: $id})<-[:ASKED]-(organization:Organization)
SET request.lockedAt = $now
WITH request, organization, request.answeredAt IS NULL AS changed
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END | SET request.answeredAt = $now, request.approved = $approve)
RETURN request.id AS id, organization.id AS organizationId, request.expiresAt AS expiresAt, request.approved AS approved, changed
