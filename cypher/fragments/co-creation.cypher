// What is said of a co-creation session, with its proposals in order.
  .id, .title, .heldAt, .summary, issuerId: issuer.id,
  badgeIds: COLLECT { MATCH (session)-[:SHAPED]->(badge:Badge) RETURN badge.id ORDER BY badge.id },
  proposals: COLLECT {
    MATCH (session)-[:HEARD]->(proposal:OutcomeProposal)
    WITH proposal ORDER BY proposal.position
    RETURN proposal {
// with fragments/outcome-proposal
    }
  }
