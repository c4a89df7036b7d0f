// Publish a draft of a role profile; the version before it is superseded.
MATCH (profile:RoleProfile {id: $id, state: 'DRAFT'})
CALL (profile) {
  MATCH (profile)-[:FOLLOWS]->(before:RoleProfile {state: 'PUBLISHED'})
  SET before.state = 'SUPERSEDED'
}
SET profile.state = 'PUBLISHED', profile.publishedAt = $now
RETURN profile.id AS id
