// End an enrolment that is still open.
MATCH (enrolment:Enrolment {id: $id})
SET enrolment.stateChangedAt = enrolment.stateChangedAt
WITH enrolment
WHERE enrolment.state = 'ENROLLED'
SET enrolment.state = $state, enrolment.stateChangedAt = $now
RETURN enrolment.id AS id
