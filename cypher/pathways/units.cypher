// Every learning unit on offer, with what it asks for and the assessments it leads to.
MATCH (:Organization)-[:OFFERS]->(unit:LearningUnit)
RETURN unit.id AS id, unit.title AS title, unit.effortMinutes AS minutes, unit.priceCents AS priceCents, unit.currency AS currency,
  unit.prerequisites AS prerequisites,
  COLLECT { MATCH (unit)-[:ASSESSED_BY]->(assessment:Assessment) RETURN assessment.id ORDER BY assessment.id } AS assessments
ORDER BY id
