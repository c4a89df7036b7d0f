// Replace everything a learning unit says; sessions that are named again stay.
MATCH (unit:LearningUnit {id: $id})
CALL (unit) {
  MATCH (unit)-[link:TEACHES|ASSESSED_BY|PREREQUISITE|EQUIVALENT_TO|TARGETS]->()
  DELETE link
}
CALL (unit) {
  MATCH (unit)-[:HAS_TRANSLATION]->(translation:Translation)
  DETACH DELETE translation
}
CALL (unit) {
  MATCH (unit)-[:HAS_SESSION]->(session:Session)
  WHERE NOT session.id IN [row IN $sessions | row.id]
  DETACH DELETE session
}
// with fragments/unit-content
RETURN unit.id AS id
