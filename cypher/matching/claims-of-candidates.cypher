// The proofs of these skills that are held by learners who let this organisation match them at this very moment.
// with fragments/disclosed-learners
WHERE ($regions IS NULL OR ('REGION' IN consent.scopes AND learner.region IN $regions))
  AND ($languages IS NULL OR ('REGION' IN consent.scopes AND learner.language IN $languages))
MATCH (learner)-[:HOLDS]->(credential:Credential {status: 'ACTIVE'})-[:INSTANCE_OF]->(version:BadgeVersion)
  -[:CERTIFIES]->(:Outcome)-[aligned:ALIGNED_TO {relation: 'EXACT'}]->(skill:Skill)
WHERE skill.uri IN $skills
  AND (consent.credentialIds IS NULL OR credential.id IN consent.credentialIds)
  AND (consent.skillUris IS NULL OR skill.uri IN consent.skillUris)
WITH learner, credential, version, skill, max(aligned.level) AS level, max('CREDENTIALS' IN consent.scopes) AS named
RETURN learner.id AS learnerId, coalesce(learner.tieBreak, 0) AS tieBreak, collect({
  skill: skill.uri, level: level, credentialId: credential.id, badgeName: CASE WHEN named THEN version.name END, via: credential.via,
  awardedAt: credential.awardedAt, validFrom: credential.validFrom, validUntil: credential.validUntil,
  supervised: COLLECT {
    MATCH (credential)-[:RESTS_ON]->(:Result)<-[:HAS_RESULT]-(:Submission)-[:ANSWERS]->(assessment:Assessment)
    RETURN DISTINCT coalesce(assessment.supervised, false)
  }
}) AS claims
