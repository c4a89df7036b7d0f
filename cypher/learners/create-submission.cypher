// Write a learner's work for an assessment.
MATCH (learner:Learner {id: $learnerId})
SET learner.lockedAt = $now
WITH learner
WHERE learner.erasedAt IS NULL
MATCH (assessment:Assessment {id: $assessmentId})
CREATE (learner)-[:SUBMITTED]->(submission:Submission {
  id: $id, submittedAt: $now, sealedNarrative: $sealedNarrative, evidenceUrl: $evidenceUrl, evidenceDigest: $evidenceDigest
})-[:ANSWERS]->(assessment)
RETURN submission.id AS id
