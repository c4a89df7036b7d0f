// How many role profiles does a filter let through?
MATCH (profile:RoleProfile)
WHERE profile.id IS NOT NULL
  AND (profile.state <> 'DRAFT' OR EXISTS { MATCH (owner:Organization)-[:SEEKS]->(profile) WHERE owner.id IN $memberOf })
  AND profile.state IN $states
  AND ($organizationId IS NULL OR EXISTS { (profile)<-[:SEEKS]-(:Organization {id: $organizationId}) })
  AND ($titleContains IS NULL OR toLower(profile.title) CONTAINS toLower($titleContains))
  AND ($skillUri IS NULL OR EXISTS { (profile)-[:REQUIRES]->(:Skill {uri: $skillUri}) })
  AND ($region IS NULL OR profile.region = $region)
RETURN count(profile) AS total
