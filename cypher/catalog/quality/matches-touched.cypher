// How many people, of those whom an employer may match, meet a requirement of a published role by these outcomes of a badge alone, and in how many roles?
MATCH (badge:Badge {id: $badgeId})-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(held:Credential {status: 'ACTIVE'})<-[:HOLDS]-(learner:Learner)
MATCH (outcome:Outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
WHERE outcome.id IN $outcomeIds AND aligned.relation IN ['EXACT', 'CLOSE']
MATCH (learner)-[proven:HAS_SKILL {credentialId: held.id}]->(skill)
MATCH (employer:Organization)-[:SEEKS]->(profile:RoleProfile {state: 'PUBLISHED'})-[need:REQUIRES]->(skill)
WHERE proven.level >= need.level AND proven.since <= $now AND proven.until > $now
  AND EXISTS {
    MATCH (learner)-[:GAVE]->(consent:Consent {purpose: 'MATCHING'})-[:TO]->(employer)
    WHERE 'SKILLS' IN consent.scopes AND consent.grantedAt <= $now
      AND (consent.revokedAt IS NULL OR consent.revokedAt > $now)
      AND (consent.expiresAt IS NULL OR consent.expiresAt > $now)
      AND (consent.credentialIds IS NULL OR held.id IN consent.credentialIds)
      AND (consent.skillUris IS NULL OR skill.uri IN consent.skillUris)
  }
  AND NOT EXISTS {
    MATCH (learner)-[another:HAS_SKILL]->(skill)
    WHERE another.level >= need.level AND another.until > $now
      AND NOT EXISTS { (:Credential {id: another.credentialId})-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(badge) }
  }
RETURN count(DISTINCT learner) AS learners, count(DISTINCT [learner.id, profile.id]) AS matches
