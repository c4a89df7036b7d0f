// Replace everything an outcome says; a claim of alignment that says the same as before stays, with its review.
MATCH (outcome:Outcome {id: $id})
CALL (outcome) {
  MATCH (outcome)-[:HAS_TRANSLATION]->(translation:Translation)
  DETACH DELETE translation
}
CALL (outcome) {
  MATCH (outcome)-[claim:ALIGNED_TO]->(skill:Skill)
  WHERE NOT any(row IN $alignments WHERE row.skillUri = skill.uri AND row.level = claim.level AND row.relation = claim.relation
    AND row.source = claim.source AND coalesce(row.confidence, -1) = coalesce(claim.confidence, -1) AND coalesce(row.reason, '') = coalesce(claim.reason, ''))
  DELETE claim
}
// with fragments/outcome-content
RETURN outcome.id AS id
