// Hold an assessment, and the badges that ask for it, until the transaction ends, and say what stands on it.
MATCH (assessment:Assessment {id: $id})<-[:OWNS]-(owner:Organization)
CALL (assessment) {
  MATCH (assessment)<-[:AWARDED_FOR]-(:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)
  WITH DISTINCT badge ORDER BY badge.id
  SET badge.name = badge.name
}
SET assessment.lockedAt = $now
WITH assessment, owner
OPTIONAL MATCH (assessment)-[:GRADED_BY]->(rubric:Rubric)
RETURN owner.id AS ownerId,
  rubric {
    .id,
    version: coalesce(rubric.version, 1),
    followsId: head(COLLECT { MATCH (rubric)-[:FOLLOWS]->(before:Rubric) RETURN before.id }),
    scored: EXISTS { (rubric)-[:HAS_CRITERION]->(:Criterion)-[:HAS_LEVEL]->(:CriterionLevel)<-[:SCORED]-() }
  } AS rubric,
  COLLECT { MATCH (assessment)<-[:AWARDED_FOR]-(version:BadgeVersion) RETURN version {.id, .state} ORDER BY version.id } AS versions,
  COLLECT { MATCH (assessment)<-[:ASSESSED_BY]-(unit:LearningUnit) RETURN unit.id ORDER BY unit.id } AS unitIds,
  COLLECT { MATCH (assessment)<-[:FOLLOWS]-(next:Assessment) RETURN next.id ORDER BY next.id } AS followedBy,
  COUNT { (assessment)<-[:ANSWERS]-(:Submission) } AS submissions,
  COUNT {
    MATCH (assessment)<-[:ANSWERS]-(work:Submission)
    WHERE EXISTS { (work)-[:HAS_MARKING]->(:Marking) } AND NOT EXISTS { (work)-[:HAS_RESULT]->(:Result) }
  } AS underway
