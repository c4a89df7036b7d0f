// How were these submissions graded, criterion by criterion?
MATCH (submission:Submission)-[:HAS_RESULT]->(result:Result)
WHERE submission.id IN $ids
CALL (result) {
  MATCH (result)-[:SCORED]->(level:CriterionLevel)<-[:HAS_LEVEL]-(criterion:Criterion)
  CALL (criterion) {
    MATCH (criterion)-[:HAS_LEVEL]->(step:CriterionLevel)
    WITH step ORDER BY step.position
    RETURN collect(step {.id, .title, .points, .descriptor, .position, .passing}) AS steps
  }
  WITH criterion, level, steps ORDER BY criterion.position
  RETURN collect({
    criterion: criterion {.id, .title, .position, levels: steps},
    level: level {.id, .title, .points, .descriptor, .position, .passing}
  }) AS scores
}
RETURN submission.id AS submissionId, result {.id, .achievedAt, .passed, .points, scores: scores} AS result
