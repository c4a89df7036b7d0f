// Credentials are found by the key they were signed with, which may have to be given up.
CREATE INDEX credential_by_key IF NOT EXISTS FOR (n:Credential) ON (n.signedWith);
