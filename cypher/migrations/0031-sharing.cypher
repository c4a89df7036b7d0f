// Links that show a credential are found by id, and by the digest of their secret.
CREATE CONSTRAINT share_link_id IF NOT EXISTS FOR (n:ShareLink) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT share_link_digest IF NOT EXISTS FOR (n:ShareLink) REQUIRE n.digest IS UNIQUE;
