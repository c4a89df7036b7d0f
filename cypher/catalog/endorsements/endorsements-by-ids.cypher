// Which endorsements have these ids: accepted ones, and those of an issuer or endorser the viewer is a member of?
MATCH (endorsement:Endorsement)
WHERE endorsement.id IN $ids
// with fragments/endorsement
WHERE (endorsement.state = 'ACCEPTED' OR endorser.id IN $memberOf OR issuer.id IN $memberOf)
// with fragments/endorsement-record
