// Which co-creation sessions were held, newest first?
MATCH (issuer:Organization)-[:HELD]->(session:CoCreation)
WHERE ($organizationId IS NULL OR issuer.id = $organizationId OR EXISTS {
    (session)-[:HEARD]->(:OutcomeProposal)-[:FROM]->(:Organization {id: $organizationId})
  })
  AND (session.heldAt < $beforeAt OR (session.heldAt = $beforeAt AND session.id > $afterId))
WITH issuer, session
ORDER BY session.heldAt DESC, session.id
LIMIT $limit
RETURN session {
// with fragments/co-creation
} AS session
