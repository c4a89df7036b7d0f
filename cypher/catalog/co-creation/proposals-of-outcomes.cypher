// From which proposals of practitioners did these outcomes come, first made first?
MATCH (session:CoCreation)-[:HEARD]->(proposal:OutcomeProposal)-[:BECAME]->(parent:Outcome)
WHERE parent.id IN $ids
RETURN parent.id AS parentId, session.id AS sessionId, proposal {
// with fragments/outcome-proposal
} AS proposal
ORDER BY parentId, session.heldAt, proposal.id
