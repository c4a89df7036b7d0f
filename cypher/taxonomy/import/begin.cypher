// Notes that the import of a release began; it counts as imported when `finish` says so.
MERGE (framework:Framework {id: $framework})
SET framework.name = $name, framework.publisher = $publisher, framework.url = $url,
  framework.licence = $licence, framework.attribution = $attribution
MERGE (version:FrameworkVersion {id: $id})
ON CREATE SET version.framework = $framework, version.version = $version, version.ordinal = $ordinal,
  version.complete = $complete
SET version.importedAt = CASE WHEN $complete AND NOT version.complete THEN null ELSE version.importedAt END,
  version.complete = version.complete OR $complete
MERGE (framework)-[:HAS_VERSION]->(version)
