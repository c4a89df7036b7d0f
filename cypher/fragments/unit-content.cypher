// Everything a learning unit says, with what it teaches, asks for, is assessed by and points to; what it said before is gone already.
SET unit += {
  title: $title, summary: $summary, description: $description, textLanguage: $textLanguage, effortMinutes: $effortMinutes, priceCents: $priceCents,
  currency: $currency, mode: $mode, languages: $languages, level: $level, licence: $licence, imageUrl: $imageUrl, imageAlt: $imageAlt,
  prerequisites: $prerequisites, accessModes: $accessibility.accessModes, accessibilityFeatures: $accessibility.features,
  accessibilityHazards: $accessibility.hazards, accessibilityControls: $accessibility.controls, accessibilitySummary: $accessibility.summary
}
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
  UNWIND $sessions AS row
  MERGE (session:Session {id: row.id})
  MERGE (unit)-[:HAS_SESSION]->(session)
  SET session += {startsAt: row.startsAt, endsAt: row.endsAt, place: row.place, online: row.online, seats: row.seats}
}
CALL (unit) {
  UNWIND $translations AS row
  CREATE (unit)-[:HAS_TRANSLATION]->(:Translation {
    language: row.language, title: row.title, summary: row.summary, description: row.description, imageAlt: row.imageAlt,
    accessibilitySummary: row.accessibilitySummary
  })
}
CALL (unit) {
  MATCH (asked:Badge) WHERE asked.id IN $asked.badgeIds
  CREATE (unit)-[:PREREQUISITE]->(asked)
}
CALL (unit) {
  MATCH (asked:Outcome) WHERE asked.id IN $asked.outcomeIds
  CREATE (unit)-[:PREREQUISITE]->(asked)
}
CALL (unit) {
  MATCH (asked:Skill) WHERE asked.uri IN $asked.skillUris
  CREATE (unit)-[:PREREQUISITE]->(asked)
}
CALL (unit) {
  UNWIND $equivalentUnits AS row
  MATCH (other:LearningUnit {id: row.id})
  CREATE (unit)-[:EQUIVALENT_TO {reason: row.reason}]->(other)
}
CALL (unit) {
  UNWIND $equivalentAssessments AS row
  MATCH (other:Assessment {id: row.id})
  CREATE (unit)-[:EQUIVALENT_TO {reason: row.reason}]->(other)
}
CALL (unit) {
  MATCH (target:Occupation) WHERE target.uri IN $targetOccupationUris
  CREATE (unit)-[:TARGETS]->(target)
}
CALL (unit) {
  MATCH (target:RoleProfile {state: 'PUBLISHED'}) WHERE target.id IN $targetRoleProfileIds
  CREATE (unit)-[:TARGETS]->(target)
}
