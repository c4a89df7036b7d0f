// Write a learner's work for an assessment.
MATCH (learner:Learner {id: $learnerId})
MATCH (assessment:Assessment {id: $assessmentId})
CREATE (learner)-[:SUBMITTED]->(submission:Submission {
  id: $id, submittedAt: $now, sealedNarrative: $sealedNarrative, evidenceUrl: $evidenceUrl, evidenceDigest: $evidenceDigest
})-[:ANSWERS]->(assessment)
RETURN submission.id AS id
