// Write an outcome of an organisation with its alignments, taught by these learning units.
MATCH (owner:Organization {id: $ownerId})
CREATE (owner)-[:OWNS]->(outcome:Outcome {id: $id, statement: $statement, verb: $verb, object: $object, conditions: $conditions})
WITH outcome
CALL (outcome) {
  UNWIND $alignments AS alignment
  MATCH (skill:Skill {uri: alignment.skillUri})
  CREATE (outcome)-[:ALIGNED_TO {level: alignment.level, relation: alignment.relation}]->(skill)
}
CALL (outcome) {
  MATCH (unit:LearningUnit) WHERE unit.id IN $unitIds
  CREATE (unit)-[:TEACHES]->(outcome)
}
RETURN outcome.id AS id
