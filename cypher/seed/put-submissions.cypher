// Writes work that learners handed in, unless it is there.
UNWIND $rows AS row
MATCH (learner:Learner {id: row.learnerId})
MATCH (assessment:Assessment {id: row.assessmentId})
MERGE (submission:Submission {id: row.id})
ON CREATE SET
  submission.submittedAt = row.submittedAt,
  submission.attempt = row.attempt,
  submission.assessors = row.assessors,
  submission.sealedNarrative = row.sealedNarrative
MERGE (learner)-[:SUBMITTED]->(submission)
MERGE (submission)-[:ANSWERS]->(assessment)
