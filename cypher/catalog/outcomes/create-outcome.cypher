// Write an outcome of an organisation with its alignments, taught by these learning units.
MATCH (owner:Organization {id: $ownerId})
CREATE (owner)-[:OWNS]->(outcome:Outcome {id: $id})
// with fragments/outcome-content
CALL (outcome) {
  MATCH (unit:LearningUnit) WHERE unit.id IN $unitIds
  CREATE (unit)-[:TEACHES]->(outcome)
}
RETURN outcome.id AS id
