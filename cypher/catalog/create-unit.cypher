// Write a learning unit that an organisation offers, with what it teaches, asks for and is assessed by.
MATCH (provider:Organization {id: $providerId})
CREATE (provider)-[:OFFERS]->(unit:LearningUnit {
  id: $id, title: $title, summary: $summary, effortMinutes: $effortMinutes, priceCents: $priceCents, currency: $currency,
  mode: $mode, language: $language, level: $level
})
WITH unit
CALL (unit) {
  MATCH (outcome:Outcome) WHERE outcome.id IN $outcomeIds
  CREATE (unit)-[:TEACHES]->(outcome)
}
CALL (unit) {
  MATCH (assessment:Assessment) WHERE assessment.id IN $assessmentIds
  CREATE (unit)-[:ASSESSED_BY]->(assessment)
}
CALL (unit) {
  MATCH (badge:Badge) WHERE badge.id IN $prerequisiteIds
  CREATE (unit)-[:PREREQUISITE]->(badge)
}
RETURN unit.id AS id
