// How many endorsements did an organisation give or receive?
// with fragments/endorsement
WHERE (($given AND endorser.id = $organizationId) OR ($received AND issuer.id = $organizationId))
  AND endorsement.state IN $states
RETURN count(endorsement) AS total
