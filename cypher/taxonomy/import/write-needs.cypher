// Writes that concepts need skills from a version on: essential, optional or with ratings.
UNWIND $rows AS row
MATCH (from:Concept {uri: row.from})
MATCH (to:Skill {uri: row.to})
MERGE (from)-[edge:NEEDS {relation: row.variant, since: $version}]->(to)
SET edge.until = row.until, edge.importance = row.importance, edge.level = row.level,
  edge.importanceSuppressed = row.importanceSuppressed, edge.levelSuppressed = row.levelSuppressed,
  edge.notRelevant = row.notRelevant
