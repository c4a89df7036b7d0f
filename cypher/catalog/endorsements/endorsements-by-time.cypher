// Which endorsements did an organisation give or receive, newest first?
// with fragments/endorsement
WHERE (($given AND endorser.id = $organizationId) OR ($received AND issuer.id = $organizationId))
  AND endorsement.state IN $states
  AND (endorsement.at < $beforeAt OR (endorsement.at = $beforeAt AND endorsement.id > $afterId))
WITH endorser, endorsement, version, issuer
ORDER BY endorsement.at DESC, endorsement.id
LIMIT $limit
// with fragments/endorsement-record
