// Which of these badges rest, through drafts and published versions, on the given badge themselves?
MATCH (target:Badge {id: $badgeId})
MATCH (part:Badge)
WHERE part.id IN $partIds
  AND EXISTS {
    (part)
    ((:Badge)-[:HAS_VERSION]->(via:BadgeVersion WHERE via.state IN ['DRAFT', 'PUBLISHED'])-[:STACKS]->(:Badge)){1,}
    (target)
  }
RETURN part.id AS id
