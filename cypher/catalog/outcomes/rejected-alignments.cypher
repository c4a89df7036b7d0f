// Which claims of alignment of these outcomes were rejected, last first?
MATCH (outcome:Outcome)-[aligned:REJECTED_ALIGNMENT]->(skill:Skill)
WHERE outcome.id IN $ids
RETURN outcome.id AS parentId, {
// with fragments/alignment-claim
// with fragments/claimed-skill
} AS alignment
ORDER BY parentId, aligned.reviewedAt DESC, skill.uri
