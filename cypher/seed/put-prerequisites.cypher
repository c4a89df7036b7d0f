// Says which badges must be held before a learning unit starts.
UNWIND $rows AS row
MATCH (unit:LearningUnit {id: row.unitId})
MATCH (badge:Badge {id: row.badgeId})
MERGE (unit)-[:PREREQUISITE]->(badge)
