// Which learning units have these ids, and who provides them?
MATCH (provider:Organization)-[:OFFERS]->(unit:LearningUnit)
WHERE unit.id IN $ids
RETURN
// with fragments/unit-record
