// Writes published role profiles of employers with what they require, unless they are there.
UNWIND $rows AS row
MATCH (employer:Organization {id: row.employer})
MATCH (occupation:Occupation {uri: row.occupationUri})
MERGE (profile:RoleProfile {id: row.id})
ON CREATE SET
  profile.title = row.title,
  profile.version = 1,
  profile.state = 'PUBLISHED',
  profile.publishedAt = $publishedAt,
  profile.region = row.region
MERGE (employer)-[:SEEKS]->(profile)
MERGE (profile)-[:PROFILE_OF]->(occupation)
WITH row, profile
UNWIND row.requirements AS need
MATCH (skill:Skill {uri: need.skillUri})
MERGE (profile)-[requirement:REQUIRES]->(skill)
ON CREATE SET
  requirement.weight = need.weight,
  requirement.level = need.level,
  requirement.necessity = need.necessity,
  requirement.evidence = need.evidence,
  requirement.maxAgeMonths = need.maxAgeMonths
