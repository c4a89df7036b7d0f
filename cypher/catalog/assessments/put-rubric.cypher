// Write the rubric by which an assessment is graded from now on, after the version it follows.
MATCH (assessment:Assessment {id: $assessmentId})
OPTIONAL MATCH (assessment)-[old:GRADED_BY]->(:Rubric)
DELETE old
WITH DISTINCT assessment
CREATE (assessment)-[:GRADED_BY]->(rubric:Rubric {id: $rubric.id, title: $rubric.title, version: $rubric.version})
WITH rubric
CALL (rubric) {
  UNWIND $rubric.criteria AS part
  CREATE (rubric)-[:HAS_CRITERION]->(criterion:Criterion {id: part.id, title: part.title, position: part.position})
  WITH criterion, part
  UNWIND part.levels AS step
  CREATE (criterion)-[:HAS_LEVEL]->(:CriterionLevel {
    id: step.id, title: step.title, points: step.points, descriptor: step.descriptor, position: step.position, passing: step.passing
  })
}
CALL (rubric) {
  MATCH (before:Rubric {id: $followsId})
  CREATE (rubric)-[:FOLLOWS]->(before)
}
RETURN rubric.id AS id
