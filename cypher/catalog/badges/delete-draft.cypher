// Delete a draft, and its badge when that has no other version.
MATCH (badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion {id: $id, state: 'DRAFT'})
DETACH DELETE version
WITH badge
WHERE NOT EXISTS { (badge)-[:HAS_VERSION]->(:BadgeVersion) }
DETACH DELETE badge
