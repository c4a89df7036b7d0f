  MATCH (graded)-[:SCORED]->(level:CriterionLevel)<-[:HAS_LEVEL]-(criterion:Criterion)
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
