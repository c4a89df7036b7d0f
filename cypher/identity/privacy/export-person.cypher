// What is recorded of this learner as a person: profile, account, who registered them, their keys and invitations.
MATCH (learner:Learner {id: $learnerId})
OPTIONAL MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN learner {.id, .createdAt, .region, .language, .tieBreak, .emailIndex, .sealedProfile, .recipientIndex, .sealedRecipient} AS learner,
  key {.id, .wrapped, .kek} AS key,
  COLLECT {
    MATCH (organization:Organization)-[:REGISTERED]->(learner)
    RETURN organization {.id, .name} ORDER BY organization.id
  } AS registeredBy,
  COLLECT {
    MATCH (person:Person)-[:IS]->(learner)
    OPTIONAL MATCH (person)-[:PROTECTED_BY]->(own:PersonKey)
    RETURN person {
      .id, .issuer, .account, .createdAt, .sealedName, key: own {.id, .wrapped, .kek},
      memberships: COLLECT {
        MATCH (person)-[membership:MEMBER_OF]->(organization:Organization)
        RETURN {organizationId: organization.id, roles: membership.roles, since: membership.since} ORDER BY organization.id
      }
    } ORDER BY person.id
  } AS accounts,
  COLLECT {
    MATCH (api:ApiKey)-[:ACTS_AS]->(learner)
    RETURN api {.id, .name, .role, .scopes, .createdAt, .createdBy, .expiresAt, .revokedAt, .lastUsedAt} ORDER BY api.createdAt, api.id
  } AS apiKeys,
  COLLECT {
    MATCH (invitation:Invitation)-[:FOR]->(learner)
    RETURN invitation {.id, .createdAt, .expiresAt, .usedAt, .withdrawnAt} ORDER BY invitation.createdAt, invitation.id
  } AS invitations,
  COLLECT {
    MATCH (learner)-[proven:HAS_SKILL]->(skill:Skill)
    RETURN {skillUri: skill.uri, level: proven.level, credentialId: proven.credentialId, since: proven.since, until: proven.until}
    ORDER BY skill.uri, proven.credentialId
  } AS skills
