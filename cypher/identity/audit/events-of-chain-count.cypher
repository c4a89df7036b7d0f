// How many events of one audit chain pass a filter?
MATCH (event:AuditEvent {chain: $chain})
WHERE ($actions IS NULL OR event.action IN $actions)
  AND ($purpose IS NULL OR event.purpose = $purpose)
  AND ($subject IS NULL OR event.subject = $subject)
  AND ($since IS NULL OR event.at >= $since)
  AND ($until IS NULL OR event.at < $until)
RETURN count(event) AS total
