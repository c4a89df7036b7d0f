// Says the rest about learning units: texts, licence, accessibility, when they take place, what they ask for, what is as good, whither they lead.
UNWIND $rows AS row
MATCH (unit:LearningUnit {id: row.unitId})
SET unit.description = coalesce(unit.description, row.description), unit.licence = coalesce(unit.licence, row.licence),
  unit.prerequisites = coalesce(unit.prerequisites, row.rule),
  unit.accessModes = row.accessibility.accessModes, unit.accessibilityFeatures = row.accessibility.features,
  unit.accessibilityHazards = row.accessibility.hazards, unit.accessibilityControls = row.accessibility.controls,
  unit.accessibilitySummary = row.accessibility.summary
WITH unit, row
CALL (unit, row) {
  UNWIND row.sessions AS each
  MERGE (session:Session {id: each.id})
  SET session += {startsAt: each.startsAt, endsAt: each.endsAt, place: each.place, online: each.online, seats: each.seats}
  MERGE (unit)-[:HAS_SESSION]->(session)
}
CALL (unit, row) {
  UNWIND row.translations AS each
  MERGE (unit)-[:HAS_TRANSLATION]->(translation:Translation {language: each.language})
  SET translation += {title: each.title, summary: each.summary}
}
CALL (unit, row) {
  MATCH (badge:Badge) WHERE badge.id IN row.badgeIds
  MERGE (unit)-[:PREREQUISITE]->(badge)
}
CALL (unit, row) {
  MATCH (skill:Skill) WHERE skill.uri IN row.skillUris
  MERGE (unit)-[:PREREQUISITE]->(skill)
}
CALL (unit, row) {
  UNWIND row.equivalents AS each
  MATCH (other:LearningUnit {id: each.id})
  MERGE (unit)-[equivalent:EQUIVALENT_TO]->(other)
  SET equivalent.reason = each.reason
}
CALL (unit, row) {
  MATCH (occupation:Occupation) WHERE occupation.uri IN row.targetOccupationUris
  MERGE (unit)-[:TARGETS]->(occupation)
}
CALL (unit, row) {
  MATCH (profile:RoleProfile) WHERE profile.id IN row.targetRoleProfileIds
  MERGE (unit)-[:TARGETS]->(profile)
}
