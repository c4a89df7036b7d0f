// Write a vacancy of an employer for a version of one of its role profiles that is published and stays so until the transaction ends.
MATCH (employer:Organization {id: $employerId})-[:SEEKS]->(profile:RoleProfile {id: $roleProfileId})
SET profile.title = profile.title
WITH employer, profile
WHERE profile.state = 'PUBLISHED'
CREATE (employer)-[:ADVERTISES]->(vacancy:Vacancy {
  id: $id, region: $region, opensAt: $opensAt, closesAt: $closesAt, openings: $openings, contactUrl: $contactUrl, state: 'OPEN'
})-[:REFERS_TO]->(profile)
RETURN vacancy.id AS id
