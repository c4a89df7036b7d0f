// Which skills do credentials prove that their holder has just shown?
UNWIND $credentialIds AS credentialId
MATCH (credential:Credential {id: credentialId, status: 'ACTIVE'})-[:INSTANCE_OF]->(version:BadgeVersion)
  -[:CERTIFIES]->(:Outcome)-[aligned:ALIGNED_TO {relation: 'EXACT'}]->(skill:Skill)
WITH credential, version, skill, max(aligned.level) AS level
RETURN skill.uri AS skill, level, credential.id AS credentialId, version.name AS badgeName, credential.via AS via,
  credential.awardedAt AS awardedAt, credential.validFrom AS validFrom, credential.validUntil AS validUntil,
  COLLECT {
    MATCH (credential)-[:RESTS_ON]->(:Result)<-[:HAS_RESULT]-(:Submission)-[:ANSWERS]->(assessment:Assessment)
    RETURN DISTINCT coalesce(assessment.supervised, false)
  } AS supervised
