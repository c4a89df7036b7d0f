// Which change proposals to these badges were decided on, the last first?
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_PROPOSAL]->(proposal:ChangeProposal)-[:WOULD_CHANGE]->(version)
WHERE badge.id IN $ids AND proposal.state <> 'OPEN'
MATCH (origin:Organization)-[:PROPOSED]->(proposal)
WITH issuer, badge, proposal, version, origin ORDER BY proposal.decidedAt DESC, proposal.id
// with fragments/proposal-record
