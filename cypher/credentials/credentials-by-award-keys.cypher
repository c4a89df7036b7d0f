// Which credentials were issued for these awards?
UNWIND $awardKeys AS awardKey
MATCH (credential:Credential {awardKey: awardKey})
RETURN credential.awardKey AS awardKey, credential.id AS id, credential.issuedAt AS issuedAt
