// What do these badge versions say of themselves: words, issuer, earlier versions?
UNWIND $ids AS id
MATCH (version:BadgeVersion {id: id})<-[:HAS_VERSION]-(badge:Badge)<-[:ISSUES]-(issuer:Organization)
RETURN version {
// with fragments/badge-version
    badgeId: badge.id
  } AS version,
  issuer {.id, .name, .url, .did} AS issuer,
  EXISTS { (version)-[:STACKS]->(:Badge) } AS stacked,
  COLLECT {
    MATCH (badge)-[:HAS_VERSION]->(earlier:BadgeVersion)
    WHERE earlier.number < version.number AND earlier.state <> 'DRAFT'
    RETURN earlier {.id, .number} ORDER BY earlier.number
  } AS previousVersions
