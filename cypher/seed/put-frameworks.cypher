// Writes the frameworks of the sample world and the version of each of which it holds a part, unless they are there.
UNWIND $rows AS row
MERGE (framework:Framework {id: row.id})
ON CREATE SET
  framework.name = row.name,
  framework.publisher = row.publisher,
  framework.url = row.url,
  framework.licence = row.licence,
  framework.attribution = row.attribution
MERGE (version:FrameworkVersion {id: row.id + '@' + row.version})
ON CREATE SET
  version.framework = row.id,
  version.version = row.version,
  version.ordinal = row.ordinal,
  version.complete = false,
  version.importedAt = $now
MERGE (framework)-[:HAS_VERSION]->(version)
