// Credentials, their status entries, and the keys of issuers and persons: each found by one property, none twice.
CREATE CONSTRAINT credential_id IF NOT EXISTS FOR (n:Credential) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT credential_award IF NOT EXISTS FOR (n:Credential) REQUIRE n.awardKey IS UNIQUE;
CREATE CONSTRAINT credential_status_entry IF NOT EXISTS FOR (n:Credential) REQUIRE n.statusEntry IS UNIQUE;
CREATE CONSTRAINT credential_request IF NOT EXISTS FOR (n:Credential) REQUIRE n.requestKey IS UNIQUE;
CREATE CONSTRAINT submission_id IF NOT EXISTS FOR (n:Submission) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT result_id IF NOT EXISTS FOR (n:Result) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT status_list_id IF NOT EXISTS FOR (n:StatusList) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT signing_key_kid IF NOT EXISTS FOR (n:SigningKey) REQUIRE n.kid IS UNIQUE;
CREATE CONSTRAINT person_key_id IF NOT EXISTS FOR (n:PersonKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organization_did IF NOT EXISTS FOR (n:Organization) REQUIRE n.did IS UNIQUE;
CREATE CONSTRAINT key_canary_id IF NOT EXISTS FOR (n:KeyCanary) REQUIRE n.id IS UNIQUE;
