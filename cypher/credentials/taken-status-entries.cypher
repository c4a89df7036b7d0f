// Which of these status entries are taken?
UNWIND $entries AS entry
MATCH (credential:Credential {statusEntry: entry})
RETURN credential.statusEntry AS entry
