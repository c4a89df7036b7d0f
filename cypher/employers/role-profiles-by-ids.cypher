// Which role profiles have these ids, drafts only for members of the employer?
MATCH (profile:RoleProfile)
WHERE profile.id IN $ids
  AND (profile.state <> 'DRAFT' OR EXISTS { MATCH (owner:Organization)-[:SEEKS]->(profile) WHERE owner.id IN $memberOf })
MATCH (employer:Organization)-[:SEEKS]->(profile)
OPTIONAL MATCH (profile)-[:PROFILE_OF]->(occupation:Occupation)
OPTIONAL MATCH (profile)-[:FOLLOWS]->(before:RoleProfile)
RETURN profile {.id, .title, .description, .version, .state, .publishedAt, .changeReason, .withdrawnAt, .withdrawnReason, .region, employerId: employer.id, occupationUri: occupation.uri, beforeId: before.id} AS profile
