// Hold a learner, and the organisations that they administer as a person, until the transaction ends; who must be told of the erasure.
MATCH (learner:Learner {id: $learnerId})
SET learner.lockedAt = $now
WITH learner
OPTIONAL MATCH (person:Person)-[:IS]->(learner)
SET person.lockedAt = $now
WITH learner, collect(person) AS persons
CALL (persons) {
  UNWIND persons AS person
  MATCH (person)-[membership:MEMBER_OF]->(organization:Organization)
  SET organization.lockedAt = $now
  RETURN collect({personId: person.id, organizationId: organization.id, kinds: organization.kinds, roles: membership.roles}) AS memberships
}
RETURN memberships,
  COLLECT { MATCH (organization:Organization)-[:REGISTERED]->(learner) RETURN organization.id ORDER BY organization.id } AS registeredBy
