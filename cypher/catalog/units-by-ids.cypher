// Which learning units have these ids, and who provides them?
MATCH (provider:Organization)-[:OFFERS]->(unit:LearningUnit)
WHERE unit.id IN $ids
RETURN unit {.id, .title, .summary, .effortMinutes, .priceCents, .currency, .mode, .language, .level, providerId: provider.id} AS unit
