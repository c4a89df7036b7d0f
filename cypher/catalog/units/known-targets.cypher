// Which of these are occupations of an imported taxonomy, and which published role profiles?
CALL () {
  MATCH (occupation:Occupation) WHERE occupation.uri IN $occupationUris
  RETURN collect(occupation.uri) AS occupationUris
}
CALL () {
  MATCH (profile:RoleProfile {state: 'PUBLISHED'}) WHERE profile.id IN $roleProfileIds
  RETURN collect(profile.id) AS roleProfileIds
}
RETURN occupationUris, roleProfileIds
