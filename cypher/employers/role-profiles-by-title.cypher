// Which role profiles does a filter let through, in order of title, after a given one?
MATCH (profile:RoleProfile)
USING INDEX profile:RoleProfile(title, id)
WHERE profile.title >= $afterTitle AND profile.id IS NOT NULL
  AND CASE WHEN profile.title = $afterTitle THEN profile.id > $afterId ELSE true END
  AND (profile.state <> 'DRAFT' OR EXISTS { MATCH (owner:Organization)-[:SEEKS]->(profile) WHERE owner.id IN $memberOf })
  AND profile.state IN $states
  AND ($organizationId IS NULL OR EXISTS { (profile)<-[:SEEKS]-(:Organization {id: $organizationId}) })
  AND ($titleContains IS NULL OR toLower(profile.title) CONTAINS toLower($titleContains))
  AND ($skillUri IS NULL OR EXISTS { (profile)-[:REQUIRES]->(:Skill {uri: $skillUri}) })
  AND ($region IS NULL OR profile.region = $region)
WITH profile ORDER BY profile.title, profile.id LIMIT $limit
MATCH (employer:Organization)-[:SEEKS]->(profile)
OPTIONAL MATCH (profile)-[:PROFILE_OF]->(occupation:Occupation)
OPTIONAL MATCH (profile)-[:FOLLOWS]->(before:RoleProfile)
RETURN profile {.id, .title, .description, .version, .state, .publishedAt, .changeReason, .withdrawnAt, .withdrawnReason, .region, employerId: employer.id, occupationUri: occupation.uri, beforeId: before.id} AS profile
ORDER BY profile.title, profile.id
