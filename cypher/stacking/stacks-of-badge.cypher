// The stacked badges on offer that this badge is a part of; no row when the badge was never published.
MATCH (badge:Badge {id: $badgeId})
WHERE EXISTS { MATCH (badge)-[:HAS_VERSION]->(any:BadgeVersion) WHERE any.state <> 'DRAFT' }
RETURN badge.id AS badgeId,
  COLLECT {
    MATCH (badge)<-[:STACKS]-(version:BadgeVersion {state: 'PUBLISHED'})<-[:HAS_VERSION]-(stack:Badge)
    RETURN {
      badgeId: stack.id, name: version.name, versionId: version.id, number: version.number,
      parts: COLLECT { MATCH (version)-[:STACKS]->(part:Badge) RETURN {id: part.id, name: part.name} ORDER BY part.name, part.id }
    } ORDER BY version.name, stack.id
  } AS stacks
