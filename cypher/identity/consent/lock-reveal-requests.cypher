// Take the lock of an organisation's reveal requests; answer when it made those of a day, how many lately to a learner, and the learner's key.
MATCH (organization:Organization {id: $organizationId})
SET organization.lockedAt = $now
WITH organization
OPTIONAL MATCH (learner:Learner {id: $learnerId})-[:PROTECTED_BY]->(key:PersonKey)
RETURN key {.id, .wrapped, .kek} AS key,
  COLLECT {
    MATCH (organization)-[:ASKED]->(request:RevealRequest) WHERE request.requestedAt > $since
    RETURN request.requestedAt ORDER BY request.requestedAt
  } AS today,
  COUNT { (organization)-[:ASKED]->(request:RevealRequest)-[:ABOUT]->(learner) WHERE request.requestedAt > $recently } AS recent
