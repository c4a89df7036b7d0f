// Offers to wallets are found by id, by the digest of their code and by that of the token they were redeemed for.
CREATE CONSTRAINT wallet_offer_id IF NOT EXISTS FOR (n:WalletOffer) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wallet_offer_digest IF NOT EXISTS FOR (n:WalletOffer) REQUIRE n.digest IS UNIQUE;
CREATE CONSTRAINT wallet_offer_access IF NOT EXISTS FOR (n:WalletOffer) REQUIRE n.accessDigest IS UNIQUE;
// A nonce is answered once, whichever process is asked.
CREATE CONSTRAINT used_nonce_digest IF NOT EXISTS FOR (n:UsedNonce) REQUIRE n.digest IS UNIQUE;
CREATE INDEX used_nonce_expiry IF NOT EXISTS FOR (n:UsedNonce) ON (n.expiresAt);
// What the authorisation server remembers, a kind and id each; found again by what belongs together, and forgotten when it has run out.
CREATE CONSTRAINT oauth_record_key IF NOT EXISTS FOR (n:OAuthRecord) REQUIRE n.key IS UNIQUE;
CREATE INDEX oauth_record_uid IF NOT EXISTS FOR (n:OAuthRecord) ON (n.uid);
CREATE INDEX oauth_record_grant IF NOT EXISTS FOR (n:OAuthRecord) ON (n.grant);
CREATE INDEX oauth_record_learner IF NOT EXISTS FOR (n:OAuthRecord) ON (n.learnerId);
CREATE INDEX oauth_record_expiry IF NOT EXISTS FOR (n:OAuthRecord) ON (n.expiresAt);
// The hosts that a learner lets read or bring credentials.
CREATE CONSTRAINT connected_host_id IF NOT EXISTS FOR (n:ConnectedHost) REQUIRE n.id IS UNIQUE;
