// Write the next version of a role profile, a draft, with what it requires.
MATCH (employer:Organization)-[:SEEKS]->(before:RoleProfile {id: $beforeId})
CREATE (employer)-[:SEEKS]->(profile:RoleProfile {
  id: $id, title: $title, description: $description, version: before.version + 1, state: 'DRAFT', region: $region, changeReason: $changeReason
})
CREATE (profile)-[:FOLLOWS]->(before)
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
