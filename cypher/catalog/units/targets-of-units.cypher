// Towards which occupations and published role profiles do these learning units lead?
MATCH (unit:LearningUnit)-[:TARGETS]->(target:Occupation|RoleProfile)
WHERE unit.id IN $ids AND (target:Occupation OR target.state = 'PUBLISHED')
RETURN unit.id AS parentId, target.uri AS occupationUri, target.id AS roleProfileId
ORDER BY parentId, occupationUri, roleProfileId
