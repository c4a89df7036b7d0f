// Says which badges must be held before a learning unit starts: the rule, and its index.
UNWIND $rows AS row
MATCH (unit:LearningUnit {id: row.unitId})
SET unit.prerequisites = coalesce(unit.prerequisites, row.rule)
WITH unit, row
UNWIND row.badgeIds AS badgeId
MATCH (badge:Badge {id: badgeId})
MERGE (unit)-[:PREREQUISITE]->(badge)
