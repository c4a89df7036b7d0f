// Everything this learner handed in, and how it was marked and graded.
MATCH (:Learner {id: $learnerId})-[:SUBMITTED]->(submission:Submission)-[:ANSWERS]->(assessment:Assessment)
RETURN submission.sealedNarrative AS sealedNarrative, submission.sealedChange AS sealedChange,
  COLLECT {
    MATCH (submission)-[:HAS_EVIDENCE]->(piece:Evidence)
    RETURN piece {.id, .url, .digest, .sealedWords} ORDER BY piece.position
  } AS evidence,
  COLLECT {
    MATCH (submission)-[:HAS_RESULT]->(result:Result)
    RETURN result {
      .id, .achievedAt, .passed, .points, .moderated, .sealedReason,
      scores: COLLECT {
        MATCH (result)-[:SCORED]->(level:CriterionLevel)<-[:HAS_LEVEL]-(criterion:Criterion)
        RETURN {criterion: criterion.title, level: level.title, points: level.points} ORDER BY criterion.position, criterion.id
      }
    } ORDER BY result.achievedAt, result.id
  } AS results,
  submission {
    .id, .submittedAt, .attempt, assessmentId: assessment.id, assessmentTitle: assessment.title,
    markings: COLLECT {
      MATCH (submission)-[:HAS_MARKING]->(marking:Marking)
      WHERE EXISTS { (submission)-[:HAS_RESULT]->(:Result) }
      RETURN marking {
        .id, .at, .passed, .points,
        scores: COLLECT {
          MATCH (marking)-[:SCORED]->(level:CriterionLevel)<-[:HAS_LEVEL]-(criterion:Criterion)
          RETURN {criterion: criterion.title, level: level.title, points: level.points} ORDER BY criterion.position, criterion.id
        }
      } ORDER BY marking.position
    }
  } AS submission
ORDER BY submission.submittedAt, submission.id
