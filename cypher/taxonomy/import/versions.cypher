// The releases of a framework that were imported, or whose import was begun, oldest first.
MATCH (:Framework {id: $framework})-[:HAS_VERSION]->(version:FrameworkVersion)
RETURN version.version AS version, version.ordinal AS ordinal, version.complete AS complete,
  version.importedAt IS NOT NULL AS imported, version.counts AS counts
ORDER BY ordinal
