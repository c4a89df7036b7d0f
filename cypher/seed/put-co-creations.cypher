// Writes sessions with practitioners and what they proposed, unless they are there.
UNWIND $rows AS row
MATCH (issuer:Organization {id: row.issuer})
MERGE (session:CoCreation {id: row.id})
ON CREATE SET session.title = row.title, session.summary = row.summary, session.heldAt = row.heldAt
MERGE (issuer)-[:HELD]->(session)
WITH row, session
CALL (row, session) {
  MATCH (badge:Badge) WHERE badge.id IN row.badges
  MERGE (session)-[:SHAPED]->(badge)
}
UNWIND row.proposals AS said
MERGE (proposal:OutcomeProposal {id: said.id})
ON CREATE SET
  proposal.position = said.position,
  proposal.statement = said.statement,
  proposal.jobTitle = said.jobTitle,
  proposal.organizationName = said.organizationName,
  proposal.decision = said.decision,
  proposal.reason = said.reason,
  proposal.decidedAt = said.decidedAt,
  proposal.confirmedAt = said.confirmedAt
MERGE (session)-[:HEARD]->(proposal)
WITH proposal, said
CALL (proposal, said) {
  MATCH (organization:Organization {id: said.organization})
  MERGE (proposal)-[:FROM]->(organization)
}
CALL (proposal, said) {
  MATCH (outcome:Outcome {id: said.outcome})
  MERGE (proposal)-[:BECAME]->(outcome)
}
