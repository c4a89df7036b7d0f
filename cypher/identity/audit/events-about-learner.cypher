// The events about one learner in every chain, the last first, after a given one; perhaps only when somebody looked.
MATCH (event:AuditEvent {subject: $learnerId})
WHERE (event.at < $beforeAt OR (event.at = $beforeAt AND event.id > $afterId))
  AND ($readsOnly = false OR event.action = 'read')
WITH event ORDER BY event.at DESC, event.id LIMIT $limit
RETURN event {.id, .chain, .seq, .at, .actor, .role, .action, .purpose, .subject, .objects, .hash} AS event
