// What do the assessments of these versions of badges say, what do they assess, and by which criteria and levels are they graded?
MATCH (version:BadgeVersion)-[:AWARDED_FOR]->(assessment:Assessment)
WHERE version.id IN $ids
CALL (assessment) {
  OPTIONAL MATCH (assessment)-[:ASSESSES]->(outcome:Outcome)
  RETURN collect(outcome.id) AS outcomeIds
}
CALL (assessment) {
  MATCH (assessment)-[:GRADED_BY]->(:Rubric)-[:HAS_CRITERION]->(criterion:Criterion)
  OPTIONAL MATCH (criterion)-[:HAS_LEVEL]->(level:CriterionLevel)
  WITH criterion, level ORDER BY level.position
  WITH criterion, collect(level {.title, .points, .descriptor, passing: coalesce(level.passing, false)}) AS levels
  ORDER BY criterion.position
  RETURN collect(criterion {.id, .title, levels: levels}) AS criteria
}
RETURN version.id AS parentId, assessment {
  .id, .title, .kind, .task, .conditions, .supervision, .identityCheck, .evidence, outcomeIds: outcomeIds, criteria: criteria,
  supervised: coalesce(assessment.supervised, false), successCriteria: coalesce(assessment.successCriteria, [])
} AS assessment
ORDER BY parentId, assessment.id
