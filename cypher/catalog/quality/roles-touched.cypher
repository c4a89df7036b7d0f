// Which published role profiles ask for a skill that these outcomes show, at a level they show it?
MATCH (outcome:Outcome)-[aligned:ALIGNED_TO]->(skill:Skill)<-[need:REQUIRES]-(profile:RoleProfile {state: 'PUBLISHED'})
WHERE outcome.id IN $outcomeIds AND aligned.relation IN ['EXACT', 'CLOSE'] AND aligned.level >= need.level
WITH DISTINCT profile
RETURN profile.id AS id
ORDER BY profile.title, id
