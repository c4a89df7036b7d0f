// Which frameworks are there, with their finished versions, newest first?
MATCH (framework:Framework)
OPTIONAL MATCH (framework)-[:HAS_VERSION]->(version:FrameworkVersion)
WHERE version.importedAt IS NOT NULL
WITH framework, version ORDER BY version.ordinal DESC
RETURN framework.id AS id, framework.name AS name, framework.publisher AS publisher, framework.url AS url,
  framework.licence AS licence, framework.attribution AS attribution,
  collect(version {.id, .framework, .version, .ordinal, .complete, .importedAt, .counts, .scales}) AS versions
ORDER BY id
