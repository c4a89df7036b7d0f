// Note where imported things of an organisation come from, so that the next import finds them.
MATCH (owner:Organization {id: $organizationId})-[:ISSUES|OWNS|OFFERS]->(thing:Badge|Outcome|Assessment|LearningUnit)
WHERE $sources[thing.id] IS NOT NULL
SET thing.sourceUri = $sources[thing.id], thing.importedAt = $now
