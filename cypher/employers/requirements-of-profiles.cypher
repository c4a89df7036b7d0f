// Which skills do these role profiles require, heaviest first?
MATCH (profile:RoleProfile)-[needs:REQUIRES]->(skill:Skill)
WHERE profile.id IN $ids
RETURN profile.id AS parentId,
       needs {.weight, .level, .necessity, .evidence, .maxAgeMonths, skillUri: skill.uri} AS requirement
ORDER BY parentId, needs.necessity, needs.weight DESC, skill.uri
