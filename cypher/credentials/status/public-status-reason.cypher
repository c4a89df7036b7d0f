// Why was the credential with this status entry suspended or revoked, where everybody may know?
MATCH (credential:Credential {statusEntry: $entry})
WHERE credential.statusAudience = 'EVERYBODY'
RETURN credential.statusReason AS reason
