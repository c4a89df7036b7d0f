// Writes which skills an occupation or skill needs, where that is not known yet.
UNWIND $rows AS row
MATCH (from:Concept {uri: row.from})
MATCH (to:Skill {uri: row.to})
WHERE NOT EXISTS { (from)-[:NEEDS {relation: row.relation}]->(to) }
CREATE (from)-[:NEEDS {
  relation: row.relation,
  importance: row.importance,
  level: row.level,
  importanceSuppressed: row.importanceSuppressed,
  levelSuppressed: row.levelSuppressed,
  notRelevant: row.notRelevant,
  since: row.since,
  until: 2147483647
}]->(to)
