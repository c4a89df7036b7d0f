// Take away a learning unit with its sessions and translations.
MATCH (unit:LearningUnit {id: $id})
CALL (unit) {
  MATCH (unit)-[:HAS_SESSION|HAS_TRANSLATION]->(part:Session|Translation)
  DETACH DELETE part
}
DETACH DELETE unit
