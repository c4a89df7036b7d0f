// The events of one audit chain that pass a filter, the last first, so many before a number.
MATCH (event:AuditEvent {chain: $chain})
WHERE event.seq < $before
  AND ($actions IS NULL OR event.action IN $actions)
  AND ($purpose IS NULL OR event.purpose = $purpose)
  AND ($subject IS NULL OR event.subject = $subject)
  AND ($since IS NULL OR event.at >= $since)
  AND ($until IS NULL OR event.at < $until)
WITH event ORDER BY event.seq DESC LIMIT $limit
RETURN event {.id, .chain, .seq, .at, .actor, .role, .action, .purpose, .subject, .objects, .hash} AS event
