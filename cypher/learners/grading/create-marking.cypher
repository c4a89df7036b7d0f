// Write what one assessor gave a piece of work, criterion by criterion.
MATCH (submission:Submission {id: $submissionId})
CREATE (submission)-[:HAS_MARKING]->(marking:Marking {
  id: $id, position: $position, at: $now, assessor: $assessor, passed: $passed, points: $points
})
WITH marking
CALL (marking) {
  MATCH (level:CriterionLevel) WHERE level.id IN $levelIds
  CREATE (marking)-[:SCORED]->(level)
}
RETURN marking.id AS id
