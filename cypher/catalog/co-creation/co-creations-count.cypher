// How many co-creation sessions were held?
MATCH (issuer:Organization)-[:HELD]->(session:CoCreation)
WHERE $organizationId IS NULL OR issuer.id = $organizationId OR EXISTS {
  (session)-[:HEARD]->(:OutcomeProposal)-[:FROM]->(:Organization {id: $organizationId})
}
RETURN count(session) AS total
