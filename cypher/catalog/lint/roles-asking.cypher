// Which published role profiles ask for one of these skills, at which level and with which evidence?
MATCH (profile:RoleProfile {state: 'PUBLISHED'})-[asked:REQUIRES]->(skill:Skill)
WHERE skill.uri IN $uris
RETURN profile.id AS roleProfileId, skill.uri AS skillUri, asked.level AS level, asked.evidence AS evidence
