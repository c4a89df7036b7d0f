// Everything the linter looks at, of these versions of badges, but for what the taxonomies say of their skills.
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion)
WHERE version.id IN $ids
CALL (version) {
  MATCH (version)-[:CERTIFIES]->(outcome:Outcome)
  CALL (outcome) {
    OPTIONAL MATCH (outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
    WITH aligned, skill ORDER BY skill.uri
    RETURN collect(aligned {.level, .relation, .reviewState, skillUri: skill.uri}) AS alignments
  }
  WITH outcome, alignments ORDER BY outcome.id
  RETURN collect(outcome {
    .id, .statement, .verb, .conditions, .constraints, .bloom, language: outcome.textLanguage, alignments: alignments,
    tools: coalesce(outcome.tools, []), successCriteria: coalesce(outcome.successCriteria, [])
  }) AS outcomes
}
CALL (version) {
  MATCH (version)-[:AWARDED_FOR]->(assessment:Assessment)
  CALL (assessment) {
    MATCH (assessment)-[:GRADED_BY]->(:Rubric)-[:HAS_CRITERION]->(criterion:Criterion)
    CALL (criterion) {
      MATCH (criterion)-[:HAS_LEVEL]->(level:CriterionLevel)
      WITH level ORDER BY level.position
      RETURN collect(level {.title, .points, .descriptor, passing: coalesce(level.passing, false)}) AS levels
    }
    WITH criterion, levels ORDER BY criterion.position
    RETURN collect(criterion {.id, .title, levels: levels}) AS criteria
  }
  CALL (assessment) {
    MATCH (assessment)-[:ASSESSES]->(outcome:Outcome)
    RETURN collect(outcome.id) AS outcomeIds
  }
  WITH assessment, criteria, outcomeIds ORDER BY assessment.id
  RETURN collect(assessment {
    .id, .title, .kind, .task, .conditions, .supervision, .identityCheck, .evidence, outcomeIds: outcomeIds, criteria: criteria,
    supervised: coalesce(assessment.supervised, false), successCriteria: coalesce(assessment.successCriteria, [])
  }) AS assessments
}
CALL (version) {
  MATCH (version)-[:CERTIFIES]->(:Outcome)<-[:TEACHES]-(unit:LearningUnit)
  WITH DISTINCT unit ORDER BY unit.id
  RETURN collect(unit {
    .id, .title, .effortMinutes, .mode, .level, .imageUrl, .imageAlt, .accessModes, .accessibilityFeatures, .accessibilityHazards,
    languages: coalesce(unit.languages, []), statesPrerequisites: unit.prerequisites IS NOT NULL OR EXISTS { (unit)-[:PREREQUISITE]->() }
  }) AS units
}
OPTIONAL MATCH (badge)-[:REVIEWED_UNDER]->(policy:ReviewPolicy)
OPTIONAL MATCH (badge)-[:HAS_VERSION]->(current:BadgeVersion {state: 'PUBLISHED'})
RETURN outcomes, assessments, units, version {
  .name, .description, .criteria, .achievementType, .creditValue, .creditSystem, .validMonths, .renewal, .imageUrl, .imageAlt,
  versionId: version.id, badgeId: badge.id, tags: coalesce(version.tags, []), languages: coalesce(version.languages, []),
  parts: COUNT { (version)-[:STACKS]->(:Badge) }, issuer: issuer {.id, .name, .url}, publishedTags: coalesce(current.tags, []),
  review: {
    intervalMonths: policy.intervalMonths,
    reviews: COUNT { (badge)-[:HAS_REVIEW]->(:Review {state: 'CLOSED'}) },
    employerTookPart: EXISTS { (badge)-[:HAS_REVIEW]->(:Review)-[:HAS_PART]->(:ReviewPart {role: 'EMPLOYER'}) },
    overdue: coalesce(badge.nextReviewAt < $now, false)
  }
} AS version
