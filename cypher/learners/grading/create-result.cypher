// Write the result of a submission with the level reached in each criterion.
MATCH (submission:Submission {id: $submissionId})
CREATE (submission)-[:HAS_RESULT]->(result:Result {
  id: $id, achievedAt: $now, passed: $passed, points: $points, assessor: $assessor, moderated: $moderated, sealedReason: $sealedReason
})
WITH result
CALL (result) {
  MATCH (level:CriterionLevel) WHERE level.id IN $levelIds
  CREATE (result)-[:SCORED]->(level)
}
RETURN result.id AS id
