// Which things does a badge version consist of, and what words do they have?
CALL () {
  MATCH (version:BadgeVersion {id: $versionId})
  RETURN 'VERSION' AS kind, version.id AS id, version {.name, .description, .criteria, .imageAlt} AS texts
  UNION
  MATCH (:BadgeVersion {id: $versionId})-[:CERTIFIES]->(outcome:Outcome)
  RETURN 'OUTCOME' AS kind, outcome.id AS id, outcome {.statement, .verb, .object, .conditions} AS texts
  UNION
  MATCH (:BadgeVersion {id: $versionId})-[:AWARDED_FOR]->(assessment:Assessment)
  RETURN 'ASSESSMENT' AS kind, assessment.id AS id, assessment {.title, .task} AS texts
  UNION
  MATCH (:BadgeVersion {id: $versionId})-[:AWARDED_FOR]->(:Assessment)-[:GRADED_BY]->(:Rubric)-[:HAS_CRITERION]->(criterion:Criterion)
  RETURN 'CRITERION' AS kind, criterion.id AS id, criterion {.title} AS texts
}
RETURN kind, id, texts
ORDER BY kind, id
