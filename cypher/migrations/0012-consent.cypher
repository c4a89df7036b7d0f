// Campaigns and reveal requests are found by id; consents are compared with the audit of the learner they are about.
CREATE CONSTRAINT campaign_id IF NOT EXISTS FOR (n:Campaign) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT reveal_request_id IF NOT EXISTS FOR (n:RevealRequest) REQUIRE n.id IS UNIQUE;
