// What these role profiles ask, whose they are, and which skills count as exactly equal to the ones asked.
MATCH (employer:Organization)-[:SEEKS]->(profile:RoleProfile)
WHERE profile.id IN $ids
RETURN profile.id AS id, profile.title AS title, profile.version AS version, profile.state AS state, employer.id AS employerId,
  COLLECT {
    MATCH (profile)-[asked:REQUIRES]->(skill:Skill)
    RETURN asked {
      .weight, .level, .necessity, .evidence, .maxAgeMonths, skill: skill.uri,
      exact: COLLECT {
        MATCH (skill)<-[:MAPS_FROM|MAPS_TO]-(:Mapping {relation: 'EXACT', reviewState: 'REVIEWED'})-[:MAPS_FROM|MAPS_TO]->(equal:Skill)
        WHERE equal <> skill
        RETURN DISTINCT equal.uri AS uri ORDER BY uri
      },
      label: coalesce(head(COLLECT {
        MATCH (skill)-[:HAS_TEXT]->(text:ConceptText)
        RETURN text.label ORDER BY text.language <> 'en', text.until DESC, text.language LIMIT 1
      }), skill.uri)
    } ORDER BY asked.necessity, asked.weight DESC, skill.uri
  } AS requirements
