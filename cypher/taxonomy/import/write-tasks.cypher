// Writes tasks: new ones, and those that a release words differently.
UNWIND $rows AS row
MERGE (task:Task {id: row.id})
SET task.statement = row.statement, task.type = row.type
