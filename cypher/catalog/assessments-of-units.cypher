// Which assessments belong to these learning units?
MATCH (parent:LearningUnit)-[:ASSESSED_BY]->(assessment:Assessment)<-[:OWNS]-(owner:Organization)
WHERE parent.id IN $ids
RETURN parent.id AS parentId, assessment {
  .id, .title, .kind, .task, .conditions, .tools, .constraints, .successCriteria, .evidence, .supervised, .supervision,
  .identityCheck, .attempts, .retakeWaitDays, .retakeChange, .assessors, .doubleMarkPercent, ownerId: owner.id,
  broughtById: head(COLLECT { MATCH (assessment)-[:BROUGHT_BY]->(employer:Organization) RETURN employer.id }),
  followsId: head(COLLECT { MATCH (assessment)-[:FOLLOWS]->(before:Assessment) RETURN before.id })
} AS assessment
ORDER BY parentId, assessment.id
