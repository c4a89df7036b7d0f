// Which of these badges may the viewer's organisation see, and which of these occupations are there?
RETURN
  COLLECT {
    MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge) WHERE badge.id IN $badgeIds
      AND (issuer.id IN $memberOf OR EXISTS { (badge)-[:HAS_VERSION]->(version:BadgeVersion) WHERE version.state <> 'DRAFT' })
    RETURN badge.id
  } AS badgeIds,
  COLLECT { MATCH (occupation:Occupation) WHERE occupation.uri IN $occupationUris RETURN occupation.uri } AS occupationUris
