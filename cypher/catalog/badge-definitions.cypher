// All that these badge versions say, with outcomes, alignments, assessments, rubrics and the badges they stack; drafts only for members of the issuer.
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion)
WHERE version.id IN $ids AND (version.state <> 'DRAFT' OR issuer.id IN $memberOf)
RETURN version.id AS id, version.definition AS published,
  version {
// with fragments/badge-version
    badgeId: badge.id
  } AS version,
  COLLECT {
    MATCH (version)-[:CERTIFIES]->(outcome:Outcome)
    RETURN {
      outcome: properties(outcome),
      alignments: [(outcome)-[aligned:ALIGNED_TO]->(skill:Skill) | {skillUri: skill.uri, relation: aligned.relation, level: aligned.level}]
    }
  } AS outcomes,
  COLLECT {
    MATCH (version)-[:AWARDED_FOR]->(assessment:Assessment)
    RETURN {
      assessment: assessment {.*, broughtBy: head(COLLECT { MATCH (assessment)-[:BROUGHT_BY]->(employer:Organization) RETURN employer.name })},
      rubrics: COLLECT {
        MATCH (assessment)-[:GRADED_BY]->(rubric:Rubric)
        RETURN {
          rubric: properties(rubric),
          criteria: COLLECT {
            MATCH (rubric)-[:HAS_CRITERION]->(criterion:Criterion)
            RETURN {
              criterion: properties(criterion),
              levels: COLLECT {
                MATCH (criterion)-[:HAS_LEVEL]->(level:CriterionLevel)
                RETURN properties(level) ORDER BY level.position
              }
            } ORDER BY criterion.position
          }
        }
      }
    }
  } AS assessments,
  COLLECT { MATCH (version)-[:STACKS]->(part:Badge) RETURN part {.id, .name} } AS badges
