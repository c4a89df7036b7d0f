// What somebody was asked to present is found by the digest of its challenge, which is answered once.
CREATE CONSTRAINT presentation_request_digest IF NOT EXISTS FOR (n:PresentationRequest) REQUIRE n.digest IS UNIQUE;
