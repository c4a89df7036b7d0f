// Writes learning units with what they teach, how that is assessed, and the published badge they lead to, unless they are there.
UNWIND $rows AS row
MATCH (school:Organization {id: row.provider})
MERGE (unit:LearningUnit {id: row.unit.id})
ON CREATE SET
  unit.title = row.unit.title,
  unit.summary = row.unit.summary,
  unit.effortMinutes = row.unit.effortMinutes,
  unit.priceCents = row.unit.priceCents,
  unit.currency = 'EUR',
  unit.mode = row.unit.mode,
  unit.languages = [row.unit.language],
  unit.textLanguage = row.unit.language,
  unit.level = row.unit.level
MERGE (outcome:Outcome {id: row.outcome.id})
ON CREATE SET
  outcome.statement = row.outcome.statement,
  outcome.verb = row.outcome.verb,
  outcome.object = row.outcome.object,
  outcome.conditions = row.outcome.conditions,
  outcome.textLanguage = row.unit.language
MERGE (assessment:Assessment {id: row.assessment.id})
ON CREATE SET
  assessment.title = row.assessment.title,
  assessment.kind = row.assessment.kind,
  assessment.task = row.assessment.task,
  assessment.supervised = row.assessment.supervised,
  assessment.supervision = row.assessment.supervision,
  assessment.identityCheck = row.assessment.identityCheck,
  assessment.evidence = row.assessment.evidence,
  assessment.attempts = row.assessment.attempts,
  assessment.retakeWaitDays = row.assessment.retakeWaitDays,
  assessment.assessors = 1,
  assessment.doubleMarkPercent = row.assessment.doubleMarkPercent
MERGE (badge:Badge {id: row.badge.id})
ON CREATE SET badge.name = row.badge.name
MERGE (version:BadgeVersion {id: row.badge.versionId})
ON CREATE SET
  version.number = 1,
  version.name = row.badge.name,
  version.description = row.badge.description,
  version.criteria = row.badge.criteria,
  version.state = 'PUBLISHED',
  version.publishedAt = $publishedAt,
  version.validMonths = row.badge.validMonths
MERGE (school)-[:OFFERS]->(unit)
MERGE (school)-[:OWNS]->(outcome)
MERGE (school)-[:OWNS]->(assessment)
MERGE (school)-[:ISSUES]->(badge)
MERGE (badge)-[:HAS_VERSION]->(version)
MERGE (unit)-[:TEACHES]->(outcome)
MERGE (unit)-[:ASSESSED_BY]->(assessment)
MERGE (assessment)-[:ASSESSES]->(outcome)
MERGE (version)-[:CERTIFIES]->(outcome)
MERGE (version)-[:AWARDED_FOR]->(assessment)
