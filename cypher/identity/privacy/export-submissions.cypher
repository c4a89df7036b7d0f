// Everything this learner handed in, and how it was graded.
MATCH (:Learner {id: $learnerId})-[:SUBMITTED]->(submission:Submission)-[:ANSWERS]->(assessment:Assessment)
RETURN submission.sealedNarrative AS sealedNarrative, submission {
  .id, .submittedAt, .evidenceUrl, .evidenceDigest, assessmentId: assessment.id, assessmentTitle: assessment.title,
  results: COLLECT {
    MATCH (submission)-[:HAS_RESULT]->(result:Result)
    RETURN result {
      .id, .achievedAt, .passed, .points,
      scores: COLLECT {
        MATCH (result)-[:SCORED]->(level:CriterionLevel)<-[:HAS_LEVEL]-(criterion:Criterion)
        RETURN {criterion: criterion.title, level: level.title, points: level.points} ORDER BY criterion.position, criterion.id
      }
    } ORDER BY result.achievedAt, result.id
  }
} AS submission
ORDER BY submission.submittedAt, submission.id
