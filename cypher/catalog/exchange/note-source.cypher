// Note where an imported thing of an organisation comes from, so that the next import finds it.
MATCH (owner:Organization {id: $organizationId})-[:ISSUES|OWNS|OFFERS]->(thing:Badge|Outcome|Assessment|LearningUnit)
WHERE thing.id = $id
SET thing.sourceUri = $uri, thing.importedAt = $now
