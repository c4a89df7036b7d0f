// Gives a person exactly these roles in an organisation, as a member from now on or since before.
MATCH (person:Person {id: $personId})
MATCH (organization:Organization {id: $organizationId})
MERGE (person)-[membership:MEMBER_OF]->(organization)
ON CREATE SET membership.since = $now
SET membership.roles = $roles
