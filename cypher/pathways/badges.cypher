// Every badge that can be earned now: by which assessments or other badges, and which of these skills it certifies at which level.
MATCH (badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion {state: 'PUBLISHED'})
RETURN badge.id AS badgeId, version.id AS versionId, version.name AS name,
  COLLECT { MATCH (version)-[:AWARDED_FOR]->(assessment:Assessment) RETURN assessment.id ORDER BY assessment.id } AS assessments,
  COLLECT { MATCH (version)-[:STACKS]->(part:Badge) RETURN part.id ORDER BY part.id } AS parts,
  COLLECT {
    MATCH (version)-[:CERTIFIES]->(:Outcome)-[aligned:ALIGNED_TO {relation: 'EXACT'}]->(skill:Skill)
    WHERE skill.uri IN $skills
    WITH skill, max(aligned.level) AS level
    RETURN {uri: skill.uri, level: level} ORDER BY skill.uri
  } AS skills,
// with fragments/proven-facts
ORDER BY badgeId, versionId
