// The proofs of these skills that are held by learners who let this organisation match them at this very moment.
MATCH (learner:Learner)-[:GAVE]->(consent:Consent {purpose: 'MATCHING'})-[:TO]->(:Organization {id: $organizationId})
WHERE consent.grantedAt <= $now
  AND (consent.revokedAt IS NULL OR consent.revokedAt > $now)
  AND (consent.expiresAt IS NULL OR consent.expiresAt > $now)
WITH DISTINCT learner
WHERE ($regions IS NULL OR learner.region IN $regions) AND ($languages IS NULL OR learner.language IN $languages)
MATCH (learner)-[:HOLDS]->(credential:Credential {status: 'ACTIVE'})-[:INSTANCE_OF]->(version:BadgeVersion)
  -[:CERTIFIES]->(:Outcome)-[aligned:ALIGNED_TO {relation: 'EXACT'}]->(skill:Skill)
WHERE skill.uri IN $skills
WITH learner, credential, version, skill, max(aligned.level) AS level
RETURN learner.id AS learnerId, coalesce(learner.tieBreak, 0) AS tieBreak, collect({
  skill: skill.uri, level: level, credentialId: credential.id, badgeName: version.name, via: credential.via,
  awardedAt: credential.awardedAt, validFrom: credential.validFrom, validUntil: credential.validUntil,
  supervised: COLLECT {
    MATCH (credential)-[:RESTS_ON]->(:Result)<-[:HAS_RESULT]-(:Submission)-[:ANSWERS]->(assessment:Assessment)
    RETURN DISTINCT coalesce(assessment.supervised, false)
  }
}) AS claims
