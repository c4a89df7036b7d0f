// Which of these skills are there?
MATCH (skill:Skill)
WHERE skill.uri IN $uris
RETURN skill.uri AS uri
