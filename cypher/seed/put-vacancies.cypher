// Writes open vacancies for published role profiles, unless they are there.
UNWIND $rows AS row
MATCH (employer:Organization)-[:SEEKS]->(profile:RoleProfile {id: row.profile})
MERGE (vacancy:Vacancy {id: row.id})
ON CREATE SET
  vacancy.region = profile.region,
  vacancy.opensAt = row.opensAt,
  vacancy.closesAt = row.closesAt,
  vacancy.openings = row.openings,
  vacancy.contactUrl = row.contactUrl,
  vacancy.state = 'OPEN'
MERGE (employer)-[:ADVERTISES]->(vacancy)
MERGE (vacancy)-[:REFERS_TO]->(profile)
