// Which endorsements do these badge versions have, newest first: accepted ones, and those of an issuer or endorser the viewer is a member of?
MATCH (subject:BadgeVersion)
WHERE subject.id IN $ids
// with fragments/endorsement
WHERE (endorsement.state = 'ACCEPTED' OR endorser.id IN $memberOf OR issuer.id IN $memberOf)
// with fragments/endorsement-record
ORDER BY endorsement.at DESC, endorsement.id
