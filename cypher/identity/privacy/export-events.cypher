// Every audit event about this learner, of whoever read or changed something of theirs.
MATCH (event:AuditEvent)
WHERE event.subject = $learnerId
RETURN event.chain AS chain, event.seq AS seq, event.at AS at, event.role AS role, event.action AS action,
  event.purpose AS purpose, event.objects AS objects
ORDER BY at, chain, seq
