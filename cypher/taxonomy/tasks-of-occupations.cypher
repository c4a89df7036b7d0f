// What do people in these occupations do?
MATCH (occupation:Occupation)-[edge:HAS_TASK]->(task:Task)
WHERE occupation.uri IN $uris AND edge.since <= $asOf < edge.until
RETURN occupation.uri AS parentUri, task {.id, .statement, .type} AS task
ORDER BY parentUri, task.type, task.id
