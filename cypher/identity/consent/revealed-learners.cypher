// Who are these learners, as far as they let this organisation know at this very moment?
// with fragments/disclosed-learners
WHERE learner.id IN $learnerIds
MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
WITH learner, key, consent ORDER BY consent.grantedAt DESC
WITH learner, key, collect(consent {.id, .expiresAt}) AS consents
RETURN learner.id AS learnerId, learner.sealedProfile AS sealedProfile, key {.id, .wrapped, .kek} AS key,
  head(consents).id AS consentId, head(consents).expiresAt AS expiresAt
