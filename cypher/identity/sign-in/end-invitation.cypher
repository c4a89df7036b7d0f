// Notes when an invitation was used, or withdrawn.
MATCH (invitation:Invitation {id: $id})
SET invitation.usedAt = $usedAt, invitation.withdrawnAt = $withdrawnAt
