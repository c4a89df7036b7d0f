// Events name their chain; an edge each to one node, besides, cost every event a lock on it.
MATCH (:AuditChain)<-[edge:IN_CHAIN]-(:AuditEvent) DELETE edge;
