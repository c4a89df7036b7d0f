// Replace what an assessment says, which outcomes it assesses and to which learning units it belongs.
MATCH (assessment:Assessment {id: $id})
SET assessment += $assessment
WITH assessment
CALL (assessment) {
  MATCH (assessment)-[old:ASSESSES]->(:Outcome)
  DELETE old
}
CALL (assessment) {
  MATCH (:LearningUnit)-[old:ASSESSED_BY]->(assessment)
  DELETE old
}
CALL (assessment) {
  MATCH (assessment)-[old:BROUGHT_BY]->(:Organization)
  DELETE old
}
CALL (assessment) {
  MATCH (employer:Organization {id: $broughtById})
  CREATE (assessment)-[:BROUGHT_BY]->(employer)
}
CALL (assessment) {
  MATCH (outcome:Outcome) WHERE outcome.id IN $outcomeIds
  CREATE (assessment)-[:ASSESSES]->(outcome)
}
CALL (assessment) {
  MATCH (unit:LearningUnit) WHERE unit.id IN $unitIds
  CREATE (unit)-[:ASSESSED_BY]->(assessment)
}
RETURN assessment.id AS id
