// Writes how occupations are rated on skills from a version on.
UNWIND $rows AS row
MATCH (from:Occupation {uri: row.from})
UNWIND row.edges AS stated
MATCH (to:Skill {uri: stated.to})
MERGE (from)-[edge:NEEDS {relation: 'RATED', since: $version}]->(to)
SET edge.until = stated.until, edge.importance = stated.importance, edge.level = stated.level,
  edge.importanceSuppressed = stated.importanceSuppressed, edge.levelSuppressed = stated.levelSuppressed,
  edge.notRelevant = stated.notRelevant
