// Write an assessment of an organisation for these outcomes and learning units, in the place of another one where there is one.
MATCH (owner:Organization {id: $ownerId})
CREATE (owner)-[:OWNS]->(assessment:Assessment {id: $id})
SET assessment += $assessment
WITH assessment
CALL (assessment) {
  MATCH (outcome:Outcome) WHERE outcome.id IN $outcomeIds
  CREATE (assessment)-[:ASSESSES]->(outcome)
}
CALL (assessment) {
  MATCH (unit:LearningUnit) WHERE unit.id IN $unitIds
  CREATE (unit)-[:ASSESSED_BY]->(assessment)
}
CALL (assessment) {
  MATCH (before:Assessment {id: $followsId})
  CREATE (assessment)-[:FOLLOWS]->(before)
}
CALL (assessment) {
  MATCH (employer:Organization {id: $broughtById})
  CREATE (assessment)-[:BROUGHT_BY]->(employer)
}
RETURN assessment.id AS id
