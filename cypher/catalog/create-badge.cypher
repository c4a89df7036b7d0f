// Write a badge of an issuer with its first version, a draft.
MATCH (issuer:Organization {id: $issuerId})
CREATE (issuer)-[:ISSUES]->(badge:Badge {id: $id, name: $version.says.name})
WITH badge
CREATE (badge)-[:HAS_VERSION]->(version:BadgeVersion {id: $version.id, number: 1, state: 'DRAFT'})
SET version += $version.says
WITH badge, version
CALL (version) {
  MATCH (outcome:Outcome) WHERE outcome.id IN $version.outcomeIds
  CREATE (version)-[:CERTIFIES]->(outcome)
}
CALL (version) {
  MATCH (assessment:Assessment) WHERE assessment.id IN $version.assessmentIds
  CREATE (version)-[:AWARDED_FOR]->(assessment)
}
CALL (version) {
  MATCH (part:Badge) WHERE part.id IN $version.stackIds
  CREATE (version)-[:STACKS]->(part)
}
RETURN version.id AS id
