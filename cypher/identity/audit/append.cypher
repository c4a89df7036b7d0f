// Appends events to an audit chain whose lock the transaction holds.
MATCH (chain:AuditChain {id: $chain})
SET chain.seq = $seq, chain.hash = $hash
WITH chain
UNWIND $events AS event
CREATE (:AuditEvent {
  id: $chain + '/' + toString(event.seq),
  chain: $chain,
  seq: event.seq,
  at: event.at,
  actor: event.actor,
  role: event.role,
  action: event.action,
  purpose: event.purpose,
  subject: event.subject,
  objects: event.objects,
  previous: event.previous,
  hash: event.hash
})
