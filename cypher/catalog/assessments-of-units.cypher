// Which assessments belong to these learning units?
MATCH (parent:LearningUnit)-[:ASSESSED_BY]->(assessment:Assessment)<-[:OWNS]-(owner:Organization)
WHERE parent.id IN $ids
RETURN parent.id AS parentId, assessment {.id, .title, .kind, .task, .supervised, ownerId: owner.id} AS assessment
ORDER BY parentId, assessment.id
