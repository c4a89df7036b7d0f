RETURN submission {
  .id, .submittedAt, .sealedNarrative, .sealedChange, attempt: coalesce(submission.attempt, 1),
  learnerId: learner.id, assessmentId: assessment.id, ownerId: owner.id,
  multiple: coalesce(assessment.assessors, 1) > 1 OR coalesce(assessment.doubleMarkPercent, 0) > 0 OR coalesce(submission.assessors, 1) > 1,
  assessors: coalesce(submission.assessors, 1),
  graded: EXISTS { (submission)-[:HAS_RESULT]->(:Result) },
  markedBy: COLLECT { MATCH (submission)-[:HAS_MARKING]->(marking:Marking) RETURN marking.assessor ORDER BY marking.position }
} AS submission
