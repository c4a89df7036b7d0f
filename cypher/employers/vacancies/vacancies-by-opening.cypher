// Which vacancies does a filter let through, newest first, after a given one; those that are not open now only for members of the employer?
MATCH (vacancy:Vacancy)
WHERE vacancy.opensAt <= $beforeAt
  AND CASE WHEN vacancy.opensAt = $beforeAt THEN vacancy.id > $afterId ELSE true END
MATCH (employer:Organization)-[:ADVERTISES]->(vacancy)-[:REFERS_TO]->(profile:RoleProfile)
WITH employer, vacancy, profile,
  CASE WHEN vacancy.state = 'OPEN' AND vacancy.closesAt <= $now THEN 'CLOSED' ELSE vacancy.state END AS state
WHERE ((state = 'OPEN' AND vacancy.opensAt <= $now) OR employer.id IN $memberOf)
  AND state IN $states
  AND ($employerId IS NULL OR employer.id = $employerId)
  AND ($roleProfileId IS NULL OR profile.id = $roleProfileId)
  AND ($region IS NULL OR vacancy.region = $region)
  AND ($skillUri IS NULL OR EXISTS { (profile)-[:REQUIRES]->(:Skill {uri: $skillUri}) })
RETURN vacancy {.id, .region, .opensAt, .closesAt, .openings, .contactUrl, .endedAt, state: state, employerId: employer.id, profileId: profile.id} AS vacancy
ORDER BY vacancy.opensAt DESC, vacancy.id
LIMIT $limit
