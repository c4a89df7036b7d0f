// The invitations of an organisation that were made before a given one, the newest first.
MATCH (organization:Organization {id: $organizationId})<-[:INTO]-(invitation:Invitation)
WHERE invitation.createdAt < $beforeAt OR (invitation.createdAt = $beforeAt AND invitation.id < $afterId)
WITH invitation ORDER BY invitation.createdAt DESC, invitation.id DESC LIMIT $limit
RETURN invitation {
  .id, .roles, .createdAt, .createdBy, .expiresAt, .usedAt, .withdrawnAt,
  learnerId: head([(invitation)-[:FOR]->(learner:Learner) | learner.id])
} AS invitation
