// What was found in these reviews, the gravest first?
MATCH (review:Review)-[:HAS_PART]->(part:ReviewPart)-[:FOUND]->(finding:ReviewFinding)
WHERE review.id IN $ids
RETURN review.id AS parentId, finding {
  .id, .severity, .aspect, .placeKind, .placeId, .placeField, .quote, .text, .advice, .dueAt, .settledAt, .settlement, role: part.role
} AS finding
ORDER BY CASE finding.severity WHEN 'BLOCKING' THEN 0 WHEN 'MAJOR' THEN 1 WHEN 'MINOR' THEN 2 ELSE 3 END, finding.id
