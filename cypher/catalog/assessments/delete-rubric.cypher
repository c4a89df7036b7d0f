// Delete a rubric by which nothing was graded, with its criteria and levels.
MATCH (rubric:Rubric {id: $id})
OPTIONAL MATCH (rubric)-[:HAS_CRITERION]->(criterion:Criterion)
OPTIONAL MATCH (criterion)-[:HAS_LEVEL]->(level:CriterionLevel)
DETACH DELETE level, criterion, rubric
