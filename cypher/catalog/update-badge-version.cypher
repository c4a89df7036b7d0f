// Replace everything a draft says, its outcomes, assessments and parts too.
MATCH (badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion {id: $version.id, state: 'DRAFT'})
SET version += $version.says
FOREACH (first IN CASE WHEN version.number = 1 THEN [badge] ELSE [] END | SET first.name = $version.says.name)
WITH version
CALL (version) {
  MATCH (version)-[link:CERTIFIES|AWARDED_FOR|STACKS]->()
  DELETE link
}
CALL (version) {
  MATCH (outcome:Outcome) WHERE outcome.id IN $version.outcomeIds
  CREATE (version)-[:CERTIFIES]->(outcome)
}
CALL (version) {
  MATCH (assessment:Assessment) WHERE assessment.id IN $version.assessmentIds
  CREATE (version)-[:AWARDED_FOR]->(assessment)
}
CALL (version) {
  MATCH (part:Badge) WHERE part.id IN $version.stackIds
  CREATE (version)-[:STACKS]->(part)
}
RETURN version.id AS id
