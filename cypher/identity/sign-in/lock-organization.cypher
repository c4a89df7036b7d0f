// Takes the lock under which the people and keys of an organisation change, and answers what the organisation does.
MATCH (organization:Organization {id: $id})
SET organization.lockedAt = datetime()
RETURN coalesce(organization.kinds, []) AS kinds
