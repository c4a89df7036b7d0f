// Which change proposals have these ids, open ones only for members of the issuer and of the organisation it comes from?
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_PROPOSAL]->(proposal:ChangeProposal)-[:WOULD_CHANGE]->(version)
WHERE proposal.id IN $ids
MATCH (origin:Organization)-[:PROPOSED]->(proposal)
WHERE proposal.state <> 'OPEN' OR issuer.id IN $memberOf OR origin.id IN $memberOf
// with fragments/proposal-record
