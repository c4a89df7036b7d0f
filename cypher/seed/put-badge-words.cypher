// Adds tags, languages, credits and how it is renewed to the first versions of badges that say none of it yet.
UNWIND $rows AS row
MATCH (version:BadgeVersion {id: row.versionId})
WHERE version.tags IS NULL
SET version.tags = row.tags, version.languages = row.languages, version.fieldOfStudy = row.fieldOfStudy,
  version.creditValue = row.creditValue, version.creditSystem = row.creditSystem, version.renewal = row.renewal
