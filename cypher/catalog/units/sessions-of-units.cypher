// When and where do these learning units take place, in order of time?
MATCH (unit:LearningUnit)-[:HAS_SESSION]->(session:Session)
WHERE unit.id IN $ids
RETURN unit.id AS parentId, session {.id, .startsAt, .endsAt, .place, .online, .seats} AS session
ORDER BY parentId, session.startsAt, session.id
