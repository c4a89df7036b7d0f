// Write an assessment of an organisation with its rubric, criteria and levels, for these outcomes and learning units.
MATCH (owner:Organization {id: $ownerId})
CREATE (owner)-[:OWNS]->(assessment:Assessment {id: $id, title: $title, kind: $kind, task: $task, supervised: $supervised})
CREATE (assessment)-[:GRADED_BY]->(rubric:Rubric {id: $rubric.id, title: $rubric.title})
WITH assessment, rubric
CALL (rubric) {
  UNWIND $rubric.criteria AS part
  CREATE (rubric)-[:HAS_CRITERION]->(criterion:Criterion {id: part.id, title: part.title, position: part.position})
  WITH criterion, part
  UNWIND part.levels AS step
  CREATE (criterion)-[:HAS_LEVEL]->(:CriterionLevel {
    id: step.id, title: step.title, points: step.points, descriptor: step.descriptor, position: step.position, passing: step.passing
  })
}
CALL (assessment) {
  MATCH (outcome:Outcome) WHERE outcome.id IN $outcomeIds
  CREATE (assessment)-[:ASSESSES]->(outcome)
}
CALL (assessment) {
  MATCH (unit:LearningUnit) WHERE unit.id IN $unitIds
  CREATE (unit)-[:ASSESSED_BY]->(assessment)
}
RETURN assessment.id AS id
