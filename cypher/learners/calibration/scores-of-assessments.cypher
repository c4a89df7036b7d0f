// What did several assessors give the same work for these assessments, by version of the rubric, once all of them had marked it?
MATCH (assessment:Assessment)<-[:OWNS]-(owner:Organization)
WHERE assessment.id IN $ids
MATCH (assessment)-[:GRADED_BY]->(:Rubric)-[:FOLLOWS*0..]->(rubric:Rubric)
CALL (rubric) {
  MATCH (rubric)-[:HAS_CRITERION]->(criterion:Criterion)
  WITH criterion ORDER BY criterion.position
  RETURN collect(criterion {.id, .title, steps: COUNT { (criterion)-[:HAS_LEVEL]->(:CriterionLevel) }}) AS criteria
}
CALL (rubric) {
  MATCH (rubric)-[:HAS_CRITERION]->(criterion:Criterion)-[:HAS_LEVEL]->(level:CriterionLevel)<-[:SCORED]-(marking:Marking)<-[:HAS_MARKING]-(work:Submission)
  WHERE work.assessors >= 2 AND COUNT { (work)-[:HAS_MARKING]->(:Marking) } >= work.assessors
  WITH criterion, level, marking, work ORDER BY work.id, criterion.position, marking.position
  RETURN collect({
    workId: work.id, criterionId: criterion.id, assessor: marking.assessor, step: level.position, points: level.points
  }) AS scores
}
RETURN assessment.id AS assessmentId, owner.id AS ownerId,
  rubric {.id, .title, version: coalesce(rubric.version, 1), criteria: criteria} AS rubric, scores
ORDER BY assessmentId, rubric.version DESC
