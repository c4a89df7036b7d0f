// Write a learner's work for an assessment, with its evidence.
MATCH (learner:Learner {id: $learnerId})
MATCH (assessment:Assessment {id: $assessmentId})
CREATE (learner)-[:SUBMITTED]->(submission:Submission {
  id: $id, submittedAt: $now, attempt: $attempt, assessors: $assessors, sealedNarrative: $sealedNarrative, sealedChange: $sealedChange
})-[:ANSWERS]->(assessment)
WITH submission
CALL (submission) {
  UNWIND $evidence AS row
  CREATE (submission)-[:HAS_EVIDENCE]->(:Evidence {
    id: row.id, position: row.position, url: row.url, digest: row.digest, sealedWords: row.sealedWords
  })
}
RETURN submission.id AS id
