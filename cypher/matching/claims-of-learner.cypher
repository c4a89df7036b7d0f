// The proofs of skills that this learner holds.
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential {status: 'ACTIVE'})-[:INSTANCE_OF]->(version:BadgeVersion)
  -[:CERTIFIES]->(:Outcome)-[aligned:ALIGNED_TO {relation: 'EXACT'}]->(skill:Skill)
WITH credential, version, skill, max(aligned.level) AS level
RETURN skill.uri AS skill, level, credential.id AS credentialId, version.name AS badgeName, credential.via AS via,
  credential.awardedAt AS awardedAt, credential.validFrom AS validFrom, credential.validUntil AS validUntil,
  COLLECT {
    MATCH (credential)-[:RESTS_ON]->(:Result)<-[:HAS_RESULT]-(:Submission)-[:ANSWERS]->(assessment:Assessment)
    RETURN DISTINCT coalesce(assessment.supervised, false)
  } AS supervised
