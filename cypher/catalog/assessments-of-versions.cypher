// For passing which assessments are these badge versions awarded?
MATCH (parent:BadgeVersion)-[:AWARDED_FOR]->(assessment:Assessment)<-[:OWNS]-(owner:Organization)
WHERE parent.id IN $ids
RETURN parent.id AS parentId, assessment {.id, .title, .kind, .task, .supervised, ownerId: owner.id} AS assessment
ORDER BY parentId, assessment.id
