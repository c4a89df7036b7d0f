// Where is a person a member, in which roles, since when?
MATCH (person:Person {id: $personId})-[membership:MEMBER_OF]->(organization:Organization)
RETURN {
  personId: person.id, organizationId: organization.id, roles: membership.roles, since: membership.since
} AS membership
ORDER BY membership.since, membership.organizationId
