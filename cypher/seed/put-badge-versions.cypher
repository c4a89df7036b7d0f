// Writes second versions of badges, which say what the first say but for some words, unless they are there.
UNWIND $rows AS row
MATCH (badge:Badge {id: row.badge})-[:HAS_VERSION]->(first:BadgeVersion {number: 1})
WHERE NOT EXISTS { (badge)-[:HAS_VERSION]->(:BadgeVersion {number: 2}) }
CREATE (badge)-[:HAS_VERSION]->(version:BadgeVersion {id: row.badge + '-v2', number: 2})
SET version += first {.name, .criteria, .tags, .languages, .fieldOfStudy, .creditValue, .creditSystem},
  version.description = row.description, version.state = 'PUBLISHED', version.publishedAt = row.publishedAt, version.changeReason = row.changeReason,
  version.validMonths = row.validMonths, version.renewal = row.renewal, version.renewalText = row.renewalText,
  first.state = 'SUPERSEDED'
WITH first, version
CALL (first, version) {
  MATCH (first)-[:CERTIFIES]->(outcome:Outcome)
  CREATE (version)-[:CERTIFIES]->(outcome)
}
CALL (first, version) {
  MATCH (first)-[:AWARDED_FOR]->(assessment:Assessment)
  CREATE (version)-[:AWARDED_FOR]->(assessment)
}
