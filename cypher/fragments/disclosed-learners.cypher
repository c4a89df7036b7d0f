// The learners who let an organisation use such data of theirs for a purpose at this very moment, each with the consents that say so.
MATCH (learner:Learner)-[:GAVE]->(consent:Consent {purpose: $disclosure.purpose})-[:TO]->(:Organization {id: $disclosure.organizationId})
WHERE consent.grantedAt <= $disclosure.at
  AND (consent.revokedAt IS NULL OR consent.revokedAt > $disclosure.at)
  AND (consent.expiresAt IS NULL OR consent.expiresAt > $disclosure.at)
  AND all(scope IN $disclosure.scopes WHERE scope IN consent.scopes)
  AND (NOT EXISTS { (consent)-[:WITHIN]->(:Campaign) } OR EXISTS { (consent)-[:WITHIN]->(:Campaign {id: $disclosure.campaignId}) })
WITH learner, consent
