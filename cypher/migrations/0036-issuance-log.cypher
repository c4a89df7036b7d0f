// One issuance log an issuer; its full tiles and entries stand under the place they have in it, and a credential stands in it once.
CREATE CONSTRAINT issuance_log_id IF NOT EXISTS FOR (n:IssuanceLog) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT log_tile_id IF NOT EXISTS FOR (n:LogTile) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT log_entry_id IF NOT EXISTS FOR (n:LogEntry) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT log_entry_credential IF NOT EXISTS FOR (n:LogEntry) REQUIRE n.credential IS UNIQUE;
CREATE CONSTRAINT log_signer_did IF NOT EXISTS FOR (n:LogSigner) REQUIRE n.did IS UNIQUE;
CREATE CONSTRAINT log_signer_id IF NOT EXISTS FOR (n:LogSigner) REQUIRE n.id IS UNIQUE;
