// Which claims of alignment wait for somebody to review them, longest waiting first, after a given one?
MATCH (outcome:Outcome)-[aligned:ALIGNED_TO {reviewState: 'PROPOSED'}]->(skill:Skill)
WHERE aligned.createdAt >= $afterAt
  AND CASE WHEN aligned.createdAt = $afterAt THEN outcome.id + ' ' + skill.uri > $afterKey ELSE true END
  AND ($organizationId IS NULL OR EXISTS { (outcome)<-[:OWNS]-(:Organization {id: $organizationId}) })
WITH outcome, aligned, skill, outcome.id + ' ' + skill.uri AS key
ORDER BY aligned.createdAt, key LIMIT $limit
RETURN {
// with fragments/alignment-claim
// with fragments/claimed-skill
} AS alignment
ORDER BY alignment.createdAt, key
