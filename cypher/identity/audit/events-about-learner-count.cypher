// How many events are about one learner?
MATCH (event:AuditEvent {subject: $learnerId})
WHERE $readsOnly = false OR event.action = 'read'
RETURN count(event) AS total
