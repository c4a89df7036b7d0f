// Stores an invitation into an organisation, or to be a learner it registered.
MATCH (organization:Organization {id: $organizationId})
OPTIONAL MATCH (learner:Learner {id: $learnerId})
CREATE (invitation:Invitation {
  id: $id,
  digest: $digest,
  roles: $roles,
  createdAt: $now,
  createdBy: $createdBy,
  expiresAt: $expiresAt
})-[:INTO]->(organization)
FOREACH (_ IN CASE WHEN learner IS NULL THEN [] ELSE [1] END |
  MERGE (invitation)-[:FOR]->(learner)
)
