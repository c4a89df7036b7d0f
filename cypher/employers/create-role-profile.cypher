// Write a role profile of an employer, a draft, with what it requires.
MATCH (employer:Organization {id: $employerId})
CREATE (employer)-[:SEEKS]->(profile:RoleProfile {
  id: $id, title: $title, description: $description, version: 1, state: 'DRAFT', region: $region
})
WITH profile
CALL (profile) {
  MATCH (occupation:Occupation {uri: $occupationUri})
  CREATE (profile)-[:PROFILE_OF]->(occupation)
}
CALL (profile) {
  UNWIND $requirements AS requirement
  MATCH (skill:Skill {uri: requirement.skillUri})
  CREATE (profile)-[:REQUIRES {
    weight: requirement.weight, level: requirement.level, necessity: requirement.necessity, evidence: requirement.evidence,
    maxAgeMonths: requirement.maxAgeMonths
  }]->(skill)
}
RETURN profile.id AS id
