// Which assessments have these ids, and who owns them?
MATCH (assessment:Assessment)<-[:OWNS]-(owner:Organization)
WHERE assessment.id IN $ids
RETURN assessment {.id, .title, .kind, .task, .supervised, ownerId: owner.id} AS assessment
