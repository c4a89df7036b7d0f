// Write what an organisation answered to what it was asked to confirm, once.
MATCH (:Organization {id: $organizationId})<-[:ADDRESSED_TO]-(validation:Validation {id: $id})<-[:ASKED_TO_CONFIRM]-(learner:Learner)
SET learner.lockedAt = $now
WITH validation
WHERE validation.answeredAt IS NULL
SET validation.answeredAt = $now, validation.confirmed = $confirmed, validation.answeredBy = $actor, validation.sealedAnswer = $sealedAnswer
RETURN validation.id AS id
