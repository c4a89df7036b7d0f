// Who brought a framework in, and which versions of it are there, newest first?
MATCH (framework:Framework {id: $id})
RETURN
  head(COLLECT { MATCH (owner:Organization)-[:IMPORTED]->(framework) RETURN owner.id }) AS ownerId,
  COLLECT {
    MATCH (framework)-[:HAS_VERSION]->(version:FrameworkVersion)
    RETURN version {.id, .version, .ordinal, .sourceDigest} ORDER BY version.ordinal DESC
  } AS versions
