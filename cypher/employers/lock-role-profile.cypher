// Hold a role profile against other writers until the transaction ends, and say what may be done with it.
MATCH (employer:Organization)-[:SEEKS]->(profile:RoleProfile {id: $id})
SET profile.title = profile.title
WITH employer, profile
RETURN profile.id AS id, employer.id AS employerId, profile.state AS state, profile.version AS version,
       COUNT { (profile)-[:REQUIRES]->(:Skill) } AS requirements,
       EXISTS { (:RoleProfile)-[:FOLLOWS]->(profile) } AS followed,
       COUNT {
         MATCH (vacancy:Vacancy {state: 'OPEN'})-[:REFERS_TO]->(profile)
         WHERE vacancy.closesAt IS NULL OR vacancy.closesAt > $now
       } AS vacancies
