// Learners list the events about them, last first.
DROP INDEX audit_event_subject IF EXISTS;
CREATE INDEX audit_event_subject_at IF NOT EXISTS FOR (n:AuditEvent) ON (n.subject, n.at);
