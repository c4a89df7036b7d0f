// Which versions has the role that each of these profiles is a version of, newest first, drafts only for members of the employer?
MATCH (profile:RoleProfile)
WHERE profile.id IN $ids
MATCH (profile)-[:FOLLOWS*0..]-(other:RoleProfile)
WHERE other.state <> 'DRAFT' OR EXISTS { MATCH (owner:Organization)-[:SEEKS]->(other) WHERE owner.id IN $memberOf }
MATCH (employer:Organization)-[:SEEKS]->(other)
OPTIONAL MATCH (other)-[:PROFILE_OF]->(occupation:Occupation)
OPTIONAL MATCH (other)-[:FOLLOWS]->(before:RoleProfile)
RETURN profile.id AS parentId, other {.id, .title, .description, .version, .state, .publishedAt, .changeReason, .withdrawnAt, .withdrawnReason, .region, employerId: employer.id, occupationUri: occupation.uri, beforeId: before.id} AS profile
ORDER BY parentId, other.version DESC
