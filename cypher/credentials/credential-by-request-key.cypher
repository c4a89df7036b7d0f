// Which credential was issued for this request of an issuer, and for which award?
MATCH (credential:Credential {requestKey: $requestKey})
RETURN credential.id AS id, credential.awardKey AS awardKey
