// The members of an organisation who joined after a given one, in the order in which they joined.
MATCH (person:Person)-[membership:MEMBER_OF]->(organization:Organization {id: $organizationId})
WHERE membership.since > $after OR (membership.since = $after AND person.id > $afterId)
WITH person, membership, organization ORDER BY membership.since, person.id LIMIT $limit
RETURN {
  personId: person.id, organizationId: organization.id, roles: membership.roles, since: membership.since
} AS membership
