// Uploaded images are found by the digest of their bytes; endorsements, co-creation sessions and proposals by id, lists of endorsements newest first.
CREATE CONSTRAINT image_digest IF NOT EXISTS FOR (n:Image) REQUIRE n.digest IS UNIQUE;
CREATE CONSTRAINT endorsement_id IF NOT EXISTS FOR (n:Endorsement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT co_creation_id IF NOT EXISTS FOR (n:CoCreation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT outcome_proposal_id IF NOT EXISTS FOR (n:OutcomeProposal) REQUIRE n.id IS UNIQUE;
CREATE INDEX endorsement_by_time IF NOT EXISTS FOR (n:Endorsement) ON (n.at, n.id);
CREATE INDEX co_creation_by_time IF NOT EXISTS FOR (n:CoCreation) ON (n.heldAt, n.id);
