// Writes the rubrics of assessments, with criteria and levels, unless they are there.
UNWIND $rows AS row
MATCH (assessment:Assessment {id: row.assessmentId})
MERGE (rubric:Rubric {id: row.id})
ON CREATE SET rubric.title = row.title
MERGE (assessment)-[:GRADED_BY]->(rubric)
WITH row, rubric
UNWIND row.criteria AS part
MERGE (criterion:Criterion {id: part.id})
ON CREATE SET criterion.title = part.title, criterion.position = part.position
MERGE (rubric)-[:HAS_CRITERION]->(criterion)
WITH part, criterion
UNWIND part.levels AS step
MERGE (level:CriterionLevel {id: step.id})
ON CREATE SET
  level.title = step.title,
  level.points = step.points,
  level.descriptor = step.descriptor,
  level.position = step.position,
  level.passing = step.passing
MERGE (criterion)-[:HAS_LEVEL]->(level)
