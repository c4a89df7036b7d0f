// How many members of an organisation hold one of these roles?
MATCH (person:Person)-[membership:MEMBER_OF]->(:Organization {id: $organizationId})
WHERE any(role IN membership.roles WHERE role IN $roles)
RETURN count(person) AS total
