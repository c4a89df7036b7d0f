// Who has reviewed these badges from outside?
UNWIND $ids AS id
MATCH (version:BadgeVersion {id: id})<-[:HAS_VERSION]-(:Badge)-[:HAS_REVIEW]->(:Review)-[:HAS_PART]->(part:ReviewPart)
WHERE part.role IN ['EXTERNAL_REVIEWER', 'EMPLOYER']
RETURN id AS versionId, collect(DISTINCT part.by) AS reviewers
