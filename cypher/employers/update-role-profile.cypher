// Replace everything a draft of a role profile says, its requirements too.
MATCH (profile:RoleProfile {id: $id, state: 'DRAFT'})
SET profile.title = $title, profile.description = $description, profile.region = $region
WITH profile
CALL (profile) {
  MATCH (profile)-[link:REQUIRES|PROFILE_OF]->()
  DELETE link
}
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
