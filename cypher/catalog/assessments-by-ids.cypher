// Which assessments have these ids, and who owns them?
MATCH (assessment:Assessment)<-[:OWNS]-(owner:Organization)
WHERE assessment.id IN $ids
RETURN assessment {
  .id, .title, .kind, .task, .conditions, .tools, .constraints, .successCriteria, .evidence, .supervised, .supervision,
  .identityCheck, .attempts, .retakeWaitDays, .retakeChange, .assessors, .doubleMarkPercent, ownerId: owner.id,
  broughtById: head(COLLECT { MATCH (assessment)-[:BROUGHT_BY]->(employer:Organization) RETURN employer.id }),
  followsId: head(COLLECT { MATCH (assessment)-[:FOLLOWS]->(before:Assessment) RETURN before.id })
} AS assessment
