// Which credentials were issued for these awards, and how do they stand?
UNWIND $awardKeys AS awardKey
MATCH (credential:Credential {awardKey: awardKey})
RETURN credential.awardKey AS awardKey, credential.id AS id, credential.issuedAt AS issuedAt, credential.status AS status
