// What somebody is asked to present for a role is found by its id, or by the digest of the secret in its address.
CREATE CONSTRAINT candidate_request_id IF NOT EXISTS FOR (n:CandidateRequest) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT candidate_request_digest IF NOT EXISTS FOR (n:CandidateRequest) REQUIRE n.digest IS UNIQUE;
