// The person who owns an account with a provider, the learner they are, and the roles they hold.
MATCH (person:Person {account: $account})
OPTIONAL MATCH (person)-[:IS]->(learner:Learner)
RETURN
  person.id AS id,
  learner.id AS learnerId,
  [(person)-[membership:MEMBER_OF]->(organization:Organization) |
    {organizationId: organization.id, roles: membership.roles}] AS memberships
