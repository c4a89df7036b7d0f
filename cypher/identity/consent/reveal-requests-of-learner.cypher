// Who asked to learn who this learner is, last first, before a given request?
MATCH (learner:Learner {id: $learnerId})<-[:ABOUT]-(request:RevealRequest)<-[:ASKED]-(organization:Organization)
WHERE ($id IS NULL OR request.id = $id)
  AND (request.requestedAt < $beforeAt OR (request.requestedAt = $beforeAt AND request.id > $afterId))
WITH learner, request, organization ORDER BY request.requestedAt DESC, request.id LIMIT $limit
OPTIONAL MATCH (request)-[:CONCERNS]->(profile:RoleProfile)
OPTIONAL MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN request.id AS id, request.requestedAt AS requestedAt, request.expiresAt AS expiresAt, request.answeredAt AS answeredAt,
  request.approved AS approved, request.sealedMessage AS sealedMessage, organization.id AS organizationId,
  profile {.id, .title} AS role, key {.id, .wrapped, .kek} AS key
ORDER BY requestedAt DESC, id
