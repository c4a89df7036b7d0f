// The tasks with these ids, as they are held.
UNWIND $ids AS id
MATCH (task:Task {id: id})
RETURN task.id AS id, task.statement AS statement, task.type AS type
