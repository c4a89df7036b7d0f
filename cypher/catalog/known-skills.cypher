// Which of these URIs name a skill of an imported taxonomy?
MATCH (skill:Skill)
WHERE skill.uri IN $uris
RETURN skill.uri AS uri
