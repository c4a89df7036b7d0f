// Who is awarded a badge before being a learner is found by what they are known by; bulk issuing by batch, and row by row in order.
CREATE CONSTRAINT learner_recipient IF NOT EXISTS FOR (n:Learner) REQUIRE n.recipientIndex IS UNIQUE;
CREATE CONSTRAINT issuing_batch_id IF NOT EXISTS FOR (n:IssuingBatch) REQUIRE n.id IS UNIQUE;
CREATE INDEX issuing_batch_state IF NOT EXISTS FOR (n:IssuingBatch) ON (n.state);
CREATE CONSTRAINT issuing_row_id IF NOT EXISTS FOR (n:IssuingRow) REQUIRE n.id IS UNIQUE;
CREATE INDEX issuing_row_place IF NOT EXISTS FOR (n:IssuingRow) ON (n.batchId, n.state, n.position);
