// Units are taught in several languages, what they ask for is a rule, and who claims that an outcome shows a skill is on record.
MATCH (unit:LearningUnit) WHERE unit.languages IS NULL
SET unit.languages = CASE WHEN unit.language IS NULL THEN [] ELSE [unit.language] END, unit.textLanguage = coalesce(unit.language, 'en')
REMOVE unit.language;
MATCH (unit:LearningUnit)-[:PREREQUISITE]->(badge:Badge) WHERE unit.prerequisites IS NULL
WITH unit, badge ORDER BY badge.id
WITH unit, collect('{"op":"badge","badgeId":"' + badge.id + '"}') AS asked
SET unit.prerequisites = CASE size(asked) WHEN 1 THEN asked[0]
  ELSE '{"op":"all","of":[' + reduce(list = '', one IN asked | list + CASE list WHEN '' THEN '' ELSE ',' END + one) + ']}' END;
MATCH (outcome:Outcome) WHERE outcome.textLanguage IS NULL
SET outcome.textLanguage = coalesce(head([(unit:LearningUnit)-[:TEACHES]->(outcome) | unit.textLanguage]), 'en');
MATCH (:Outcome)-[claim:ALIGNED_TO]->(:Skill) WHERE claim.reviewState IS NULL
SET claim.reviewState = 'PROPOSED', claim.source = 'STATED', claim.createdAt = datetime();
CREATE CONSTRAINT session_id IF NOT EXISTS FOR (n:Session) REQUIRE n.id IS UNIQUE;
CREATE INDEX alignment_to_review IF NOT EXISTS FOR ()-[r:ALIGNED_TO]-() ON (r.reviewState, r.createdAt);
