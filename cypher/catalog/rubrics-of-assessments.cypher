// By which rubrics are these assessments graded: criteria and their levels, in order?
MATCH (assessment:Assessment)-[:GRADED_BY]->(rubric:Rubric)
WHERE assessment.id IN $ids
CALL (rubric) {
  MATCH (rubric)-[:HAS_CRITERION]->(criterion:Criterion)
  CALL (criterion) {
    MATCH (criterion)-[:HAS_LEVEL]->(level:CriterionLevel)
    WITH level ORDER BY level.position
    RETURN collect(level {.id, .title, .points, .descriptor, .position, .passing}) AS levels
  }
  WITH criterion, levels ORDER BY criterion.position
  RETURN collect(criterion {.id, .title, .position, levels: levels}) AS criteria
}
RETURN assessment.id AS assessmentId, rubric {.id, .title, .version, criteria: criteria} AS rubric
