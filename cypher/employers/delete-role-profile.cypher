// Delete a draft of a role profile with what it requires.
MATCH (profile:RoleProfile {id: $id, state: 'DRAFT'})
WITH profile, profile.id AS id
DETACH DELETE profile
RETURN id
