// Take away an outcome with its translations and its claims of alignment.
MATCH (outcome:Outcome {id: $id})
CALL (outcome) {
  MATCH (outcome)-[:HAS_TRANSLATION]->(translation:Translation)
  DETACH DELETE translation
}
DETACH DELETE outcome
