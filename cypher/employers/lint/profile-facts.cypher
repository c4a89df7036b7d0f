// What do these role profiles ask, heaviest first as their list shows it, and how many published badges would prove each requirement?
MATCH (profile:RoleProfile)
WHERE profile.id IN $ids
CALL (profile) {
  MATCH (profile)-[asked:REQUIRES]->(skill:Skill)
  CALL (asked, skill) {
    CALL (skill) {
      RETURN skill AS equal
      UNION
      MATCH (skill)<-[:MAPS_FROM|MAPS_TO]-(:Mapping {relation: 'EXACT', reviewState: 'REVIEWED'})-[:MAPS_FROM|MAPS_TO]->(equal:Skill)
      RETURN equal
    }
    OPTIONAL MATCH (equal)<-[aligned:ALIGNED_TO {relation: 'EXACT'}]-(:Outcome)<-[:CERTIFIES]-(version:BadgeVersion {state: 'PUBLISHED'})
    WHERE aligned.level >= coalesce(asked.level, 1)
      AND (asked.evidence <> 'ASSESSED' OR EXISTS { (version)-[:AWARDED_FOR]->(:Assessment) })
    RETURN count(DISTINCT version) AS badges
  }
  WITH asked, skill, badges ORDER BY asked.necessity, asked.weight DESC, skill.uri
  RETURN collect(asked {.weight, .level, .necessity, .evidence, .maxAgeMonths, skillUri: skill.uri, badges: badges}) AS requirements
}
OPTIONAL MATCH (profile)-[:PROFILE_OF]->(occupation:Occupation)
RETURN profile {.id, .title, .description, occupationUri: occupation.uri} AS profile, requirements
