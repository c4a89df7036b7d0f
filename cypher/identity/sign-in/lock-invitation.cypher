// Takes the lock of an invitation, and answers what it opens and whether it still does.
MATCH (invitation:Invitation {id: $id})-[:INTO]->(organization:Organization)
SET invitation.lockedAt = datetime()
RETURN
  organization.id AS organizationId,
  head([(invitation)-[:FOR]->(learner:Learner) | learner.id]) AS learnerId,
  invitation.roles AS roles,
  invitation.expiresAt AS expiresAt,
  invitation.usedAt AS usedAt,
  invitation.withdrawnAt AS withdrawnAt
