// Which learning units teach what these versions of badges certify, and how do they say one takes part?
MATCH (version:BadgeVersion)-[:CERTIFIES]->(:Outcome)<-[:TEACHES]-(unit:LearningUnit)
WHERE version.id IN $ids
WITH DISTINCT version, unit
RETURN version.id AS parentId, unit {
  .id, .title, .effortMinutes, .mode, .level, .imageUrl, .imageAlt, .accessModes, .accessibilityFeatures, .accessibilityHazards,
  languages: coalesce(unit.languages, []), statesPrerequisites: unit.prerequisites IS NOT NULL OR EXISTS { (unit)-[:PREREQUISITE]->() }
} AS unit
ORDER BY parentId, unit.id
