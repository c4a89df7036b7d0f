// By which criteria and levels is the work for these badge versions graded?
UNWIND $ids AS id
MATCH (version:BadgeVersion {id: id})-[:AWARDED_FOR]->(:Assessment)-[:GRADED_BY]->(:Rubric)-[:HAS_CRITERION]->(criterion:Criterion)
MATCH (criterion)-[:HAS_LEVEL]->(level:CriterionLevel)
WITH DISTINCT version, criterion, level ORDER BY level.position, level.id
WITH version, criterion, collect(level {.id, .title, .points, .descriptor, .passing}) AS levels
RETURN version.id AS versionId, criterion.id AS id, criterion.title AS title, levels
ORDER BY versionId, criterion.position, id
