// Hold a proposal against other writers until the transaction ends, and say whose session it was made in and where it stands.
MATCH (issuer:Organization)-[:HELD]->(session:CoCreation)-[:HEARD]->(proposal:OutcomeProposal {id: $id})
SET proposal.lockedAt = $now
WITH issuer, session, proposal
RETURN session.id AS sessionId, issuer.id AS issuerId,
  head(COLLECT { MATCH (proposal)-[:FROM]->(organization:Organization) RETURN organization.id }) AS organizationId,
  proposal.decision AS decision, proposal.confirmedAt IS NOT NULL AS confirmed
