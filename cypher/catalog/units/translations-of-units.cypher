// What do these learning units say in other languages than their own?
MATCH (unit:LearningUnit)-[:HAS_TRANSLATION]->(translation:Translation)
WHERE unit.id IN $ids
RETURN unit.id AS parentId, translation {.language, .title, .summary, .description, .imageAlt, .accessibilitySummary} AS translation
ORDER BY parentId, translation.language
