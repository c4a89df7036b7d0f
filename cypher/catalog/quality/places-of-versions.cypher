// Which things do these badge versions consist of, and what words do they have?
UNWIND $versionIds AS versionId
MATCH (version:BadgeVersion {id: versionId})
CALL (version) {
  RETURN 'VERSION' AS kind, version.id AS id, version {.name, .description, .criteria, .imageAlt} AS texts
  UNION
  MATCH (version)-[:CERTIFIES]->(outcome:Outcome)
  RETURN 'OUTCOME' AS kind, outcome.id AS id, outcome {.statement, .verb, .object, .conditions} AS texts
  UNION
  MATCH (version)-[:AWARDED_FOR]->(assessment:Assessment)
  RETURN 'ASSESSMENT' AS kind, assessment.id AS id, assessment {.title, .task} AS texts
  UNION
  MATCH (version)-[:AWARDED_FOR]->(:Assessment)-[:GRADED_BY]->(:Rubric)-[:HAS_CRITERION]->(criterion:Criterion)
  RETURN 'CRITERION' AS kind, criterion.id AS id, criterion {.title} AS texts
}
RETURN version.id AS versionId, kind, id, texts
ORDER BY kind, id
