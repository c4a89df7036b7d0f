// What is said of a proposal, with whose practitioner made it and which outcome came of it.
  .id, .statement, .jobTitle, .organizationName, .decision, .reason, .decidedAt, .confirmedAt,
  organizationId: head(COLLECT { MATCH (proposal)-[:FROM]->(organization:Organization) RETURN organization.id }),
  outcomeId: head(COLLECT { MATCH (proposal)-[:BECAME]->(outcome:Outcome) RETURN outcome.id })
