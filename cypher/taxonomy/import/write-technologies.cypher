// Writes technologies: new ones, and those that a release titles differently.
UNWIND $rows AS row
MERGE (technology:Technology {code: row.code})
SET technology.title = row.title
