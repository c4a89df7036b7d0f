// Notes who had a hand in a version of a badge, as audit events name them.
MATCH (version:BadgeVersion {id: $id})
WHERE NOT $actor IN coalesce(version.authors, [])
SET version.authors = coalesce(version.authors, []) + $actor
