// Appends events to an audit chain whose lock the transaction holds. What a series of them shares is given once.
MATCH (chain:AuditChain {id: $chain})
SET chain.seq = $seq, chain.hash = $hash
WITH chain
UNWIND $series AS series
UNWIND range(1, size(series.subjects)) AS place
CREATE (:AuditEvent {
  id: $chain + '/' + toString(series.after + place),
  chain: $chain,
  seq: series.after + place,
  at: series.at,
  actor: series.actor,
  role: series.role,
  action: series.action,
  purpose: series.purpose,
  subject: series.subjects[place - 1],
  objects: series.objects,
  previous: series.hashes[place - 1],
  hash: series.hashes[place]
})
