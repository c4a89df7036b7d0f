// In which other ways can one show what these learning units lead to?
MATCH (unit:LearningUnit)-[equivalent:EQUIVALENT_TO]->(other:LearningUnit|Assessment)
WHERE unit.id IN $ids
RETURN unit.id AS parentId, {
  learningUnitId: CASE WHEN other:LearningUnit THEN other.id END, assessmentId: CASE WHEN other:Assessment THEN other.id END, reason: equivalent.reason
} AS equivalent
ORDER BY parentId, other.id
