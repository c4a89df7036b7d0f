// Which badges, drafts too, are these or prove these outcomes and skills, by what are they earned, and which units lead to that asking for what?
CALL () {
  MATCH (badge:Badge) WHERE badge.id IN $badgeIds
  RETURN badge
  UNION
  MATCH (outcome:Outcome)<-[:CERTIFIES]-(version:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)
  WHERE outcome.id IN $outcomeIds AND version.state IN ['DRAFT', 'PUBLISHED']
  RETURN badge
  UNION
  MATCH (skill:Skill)<-[aligned:ALIGNED_TO]-(:Outcome)<-[:CERTIFIES]-(version:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)
  WHERE skill.uri IN $skillUris AND aligned.relation IN ['EXACT', 'CLOSE'] AND version.state IN ['DRAFT', 'PUBLISHED']
  RETURN badge
}
WITH DISTINCT badge
RETURN badge.id AS badgeId,
  COLLECT {
    MATCH (badge)-[:HAS_VERSION]->(version:BadgeVersion) WHERE version.state IN ['DRAFT', 'PUBLISHED']
    RETURN {
      assessments: COLLECT { MATCH (version)-[:AWARDED_FOR]->(assessment:Assessment) RETURN assessment.id },
      parts: COLLECT { MATCH (version)-[:STACKS]->(part:Badge) RETURN part.id },
      outcomes: COLLECT { MATCH (version)-[:CERTIFIES]->(outcome:Outcome) RETURN outcome.id },
      skills: COLLECT {
        MATCH (version)-[:CERTIFIES]->(:Outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
        WHERE aligned.relation IN ['EXACT', 'CLOSE'] AND aligned.level IS NOT NULL
        RETURN {uri: skill.uri, level: aligned.level}
      }
    }
  } AS ways,
  COLLECT {
    MATCH (badge)-[:HAS_VERSION]->(version:BadgeVersion)-[:AWARDED_FOR]->(:Assessment)<-[:ASSESSED_BY]-(unit:LearningUnit)
    WHERE version.state IN ['DRAFT', 'PUBLISHED']
    WITH DISTINCT unit
    RETURN {
      id: unit.id, prerequisites: unit.prerequisites,
      assessments: COLLECT { MATCH (unit)-[:ASSESSED_BY]->(assessment:Assessment) RETURN assessment.id }
    }
  } AS units
