// Which vacancies have these ids, those that are not open now only for members of the employer?
MATCH (employer:Organization)-[:ADVERTISES]->(vacancy:Vacancy)-[:REFERS_TO]->(profile:RoleProfile)
WHERE vacancy.id IN $ids
WITH employer, vacancy, profile,
  CASE WHEN vacancy.state = 'OPEN' AND vacancy.closesAt <= $now THEN 'CLOSED' ELSE vacancy.state END AS state
WHERE (state = 'OPEN' AND vacancy.opensAt <= $now) OR employer.id IN $memberOf
RETURN vacancy {.id, .region, .opensAt, .closesAt, .openings, .contactUrl, .endedAt, state: state, employerId: employer.id, profileId: profile.id} AS vacancy
