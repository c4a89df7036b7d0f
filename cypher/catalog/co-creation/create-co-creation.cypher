// Write down a co-creation session of an issuer, with the badges it was about and what was proposed.
MATCH (issuer:Organization {id: $issuerId})
CREATE (issuer)-[:HELD]->(session:CoCreation {id: $id, title: $title, heldAt: $heldAt, summary: $summary})
WITH session
CALL (session) {
  MATCH (badge:Badge) WHERE badge.id IN $badgeIds
  CREATE (session)-[:SHAPED]->(badge)
}
CALL (session) {
  UNWIND $proposals AS row
  CREATE (session)-[:HEARD]->(proposal:OutcomeProposal {
    id: row.id, position: row.position, statement: row.statement, jobTitle: row.jobTitle, organizationName: row.organizationName,
    decision: row.decision, reason: row.reason, decidedAt: CASE row.decision WHEN 'OPEN' THEN null ELSE $now END
  })
  WITH proposal, row
  CALL (proposal, row) {
    MATCH (organization:Organization {id: row.organizationId})
    CREATE (proposal)-[:FROM]->(organization)
  }
  CALL (proposal, row) {
    MATCH (outcome:Outcome {id: row.outcomeId})
    CREATE (proposal)-[:BECAME]->(outcome)
  }
}
RETURN session.id AS id
