// Note of credentials what they say, as in the log, unless that is noted; answer those it was noted of now.
UNWIND $credentials AS row
MATCH (credential:Credential {id: row.id})
SET credential.statusEntry = credential.statusEntry
WITH credential, row
WHERE credential.content IS NULL AND credential.erasedAt IS NULL
SET credential.content = row.content
RETURN credential.id AS id
