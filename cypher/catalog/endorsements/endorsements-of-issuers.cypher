// Which endorsements do these organisations have as issuers, newest first: accepted ones, and those of an issuer or endorser the viewer is a member of?
MATCH (subject:Organization)
WHERE subject.id IN $ids
// with fragments/endorsement
WHERE version IS NULL AND (endorsement.state = 'ACCEPTED' OR endorser.id IN $memberOf OR issuer.id IN $memberOf)
// with fragments/endorsement-record
ORDER BY endorsement.at DESC, endorsement.id
