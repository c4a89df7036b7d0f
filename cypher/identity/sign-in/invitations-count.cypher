// How many invitations has an organisation made?
MATCH (:Organization {id: $organizationId})<-[:INTO]-(invitation:Invitation)
RETURN count(invitation) AS total
