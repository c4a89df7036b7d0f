// The published role profiles that ask for a skill this learner holds a credential for, or for one exactly equal to it.
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(:Credential {status: 'ACTIVE'})-[:INSTANCE_OF]->(:BadgeVersion)
  -[:CERTIFIES]->(:Outcome)-[:ALIGNED_TO {relation: 'EXACT'}]->(proven:Skill)
WITH DISTINCT proven
WITH proven, [proven] + COLLECT {
  MATCH (proven)<-[:MAPS_FROM|MAPS_TO]-(:Mapping {relation: 'EXACT', reviewState: 'REVIEWED'})-[:MAPS_FROM|MAPS_TO]->(equal:Skill)
  RETURN equal
} AS skills
UNWIND skills AS skill
MATCH (profile:RoleProfile {state: 'PUBLISHED'})-[:REQUIRES]->(skill)
WHERE $regions IS NULL OR profile.region IS NULL OR profile.region IN $regions
RETURN DISTINCT profile.id AS id
