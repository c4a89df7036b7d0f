// Which of its candidates did an organisation ask to say who they are, last first, before a given request?
// with fragments/disclosed-learners
WITH DISTINCT learner
MATCH (learner)<-[:ABOUT]-(request:RevealRequest)<-[:ASKED]-(:Organization {id: $disclosure.organizationId})
WHERE ($roleProfileId IS NULL OR EXISTS { (request)-[:CONCERNS]->(:RoleProfile {id: $roleProfileId}) })
  AND (request.requestedAt < $beforeAt OR (request.requestedAt = $beforeAt AND request.id > $afterId))
WITH learner, request ORDER BY request.requestedAt DESC, request.id LIMIT $limit
OPTIONAL MATCH (request)-[:CONCERNS]->(profile:RoleProfile)
RETURN request.id AS id, request.requestedAt AS requestedAt, request.expiresAt AS expiresAt, request.answeredAt AS answeredAt,
  request.approved AS approved, learner.id AS learnerId, profile {.id, .title} AS role
ORDER BY requestedAt DESC, id
