// What proves an invitation?
MATCH (invitation:Invitation {id: $id})
RETURN invitation.digest AS digest
