// The events of one audit chain in order, so many after a number.
MATCH (event:AuditEvent {chain: $chain})
WHERE event.seq > $after
RETURN
  event.chain AS chain,
  event.seq AS seq,
  event.at AS at,
  event.actor AS actor,
  event.role AS role,
  event.action AS action,
  event.purpose AS purpose,
  event.subject AS subject,
  event.objects AS objects,
  event.previous AS previous,
  event.hash AS hash
ORDER BY seq
LIMIT $limit
