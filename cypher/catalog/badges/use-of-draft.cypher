// What stands on this draft, and on its badge where the draft is all there is of it?
MATCH (badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion {id: $id, state: 'DRAFT'})
WITH version, CASE WHEN COUNT { (badge)-[:HAS_VERSION]->() } = 1 THEN badge END AS only
RETURN
  COLLECT {
    MATCH (version)-[link]-()
    WHERE NOT type(link) IN ['HAS_VERSION', 'CERTIFIES', 'AWARDED_FOR', 'STACKS']
    RETURN DISTINCT type(link)
  } + COLLECT {
    MATCH (only)-[link]-()
    WHERE NOT type(link) IN ['HAS_VERSION', 'ISSUES']
    RETURN DISTINCT type(link)
  } AS uses
