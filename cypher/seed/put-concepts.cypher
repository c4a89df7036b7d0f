// Writes concepts that are not there yet.
UNWIND $rows AS row
MERGE (concept:Concept {uri: row.uri})
ON CREATE SET
  concept:$(row.kind),
  concept.framework = row.framework,
  concept.code = row.code,
  concept.skillType = row.skillType,
  concept.reuseLevel = row.reuseLevel,
  concept.jobZone = row.jobZone,
  concept.since = row.since,
  concept.until = 2147483647
