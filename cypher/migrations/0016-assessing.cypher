// Evidence, markings, cohorts, enrolments and identity proofings are found by id.
CREATE CONSTRAINT evidence_id IF NOT EXISTS FOR (n:Evidence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT marking_id IF NOT EXISTS FOR (n:Marking) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT cohort_id IF NOT EXISTS FOR (n:Cohort) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT enrolment_id IF NOT EXISTS FOR (n:Enrolment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT identity_proofing_id IF NOT EXISTS FOR (n:IdentityProofing) REQUIRE n.id IS UNIQUE;
CREATE INDEX enrolment_by_time IF NOT EXISTS FOR (n:Enrolment) ON (n.enrolledAt);
CREATE INDEX cohort_by_start IF NOT EXISTS FOR (n:Cohort) ON (n.startsAt);
