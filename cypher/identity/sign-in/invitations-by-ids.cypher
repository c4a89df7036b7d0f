// Which invitations of an organisation have these ids?
MATCH (:Organization {id: $organizationId})<-[:INTO]-(invitation:Invitation)
WHERE invitation.id IN $ids
RETURN invitation {
  .id, .roles, .createdAt, .createdBy, .expiresAt, .usedAt, .withdrawnAt,
  learnerId: head([(invitation)-[:FOR]->(learner:Learner) | learner.id])
} AS invitation
