// One chain of audit events an organisation, one memory a request.
CREATE CONSTRAINT audit_chain_id IF NOT EXISTS FOR (n:AuditChain) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT audit_event_place IF NOT EXISTS FOR (n:AuditEvent) REQUIRE (n.chain, n.seq) IS UNIQUE;
CREATE INDEX audit_event_subject IF NOT EXISTS FOR (n:AuditEvent) ON (n.subject);
CREATE CONSTRAINT idempotent_request_key IF NOT EXISTS FOR (n:IdempotentRequest) REQUIRE n.key IS UNIQUE;
CREATE INDEX idempotent_request_at IF NOT EXISTS FOR (n:IdempotentRequest) ON (n.at);
