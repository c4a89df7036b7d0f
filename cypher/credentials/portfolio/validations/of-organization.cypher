// What this organisation is asked to confirm and has not answered, the last first.
MATCH (organization:Organization {id: $organizationId})<-[:ADDRESSED_TO]-(validation:Validation)<-[:ASKED_TO_CONFIRM]-(learner:Learner)
WHERE validation.answeredAt IS NULL
  AND (validation.askedAt < $beforeAt OR (validation.askedAt = $beforeAt AND validation.id > $afterId))
// with fragments/validation
ORDER BY validation.askedAt DESC, validation.id
LIMIT $limit
