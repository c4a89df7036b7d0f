// How many vacancies does a filter let through, those that are not open now only for members of the employer?
MATCH (employer:Organization)-[:ADVERTISES]->(vacancy:Vacancy)-[:REFERS_TO]->(profile:RoleProfile)
WITH employer, vacancy, profile,
  CASE WHEN vacancy.state = 'OPEN' AND vacancy.closesAt <= $now THEN 'CLOSED' ELSE vacancy.state END AS state
WHERE ((state = 'OPEN' AND vacancy.opensAt <= $now) OR employer.id IN $memberOf)
  AND state IN $states
  AND ($employerId IS NULL OR employer.id = $employerId)
  AND ($roleProfileId IS NULL OR profile.id = $roleProfileId)
  AND ($region IS NULL OR vacancy.region = $region)
  AND ($skillUri IS NULL OR EXISTS { (profile)-[:REQUIRES]->(:Skill {uri: $skillUri}) })
RETURN count(vacancy) AS total
