// What a learner asked to have confirmed, the last first.
MATCH (learner:Learner {id: $learnerId})-[:ASKED_TO_CONFIRM]->(validation:Validation)-[:ADDRESSED_TO]->(organization:Organization)
WHERE validation.askedAt < $beforeAt OR (validation.askedAt = $beforeAt AND validation.id > $afterId)
// with fragments/validation
ORDER BY validation.askedAt DESC, validation.id
LIMIT $limit
