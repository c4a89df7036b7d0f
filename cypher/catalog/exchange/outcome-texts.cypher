// What do these outcomes say in other languages than their own?
MATCH (outcome:Outcome)-[:HAS_TRANSLATION]->(translation:Translation)
WHERE outcome.id IN $ids
RETURN outcome.id AS parentId, translation {.language, .statement, .conditions, .tools, .constraints, .successCriteria} AS translation
ORDER BY parentId, translation.language
