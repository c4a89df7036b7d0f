// Hold a submission, and what it answers, until the transaction ends, and say how far its marking is and by which rubric.
MATCH (submission:Submission {id: $id})-[:ANSWERS]->(assessment:Assessment)
SET submission.id = submission.id
SET assessment.lockedAt = $now
WITH submission, assessment
RETURN EXISTS { (submission)-[:HAS_RESULT]->(:Result) } AS graded,
  coalesce(submission.assessors, 1) AS needed,
  head(COLLECT { MATCH (assessment)-[:GRADED_BY]->(rubric:Rubric) RETURN rubric.id }) AS rubricId,
  COLLECT {
    MATCH (assessment)<-[:AWARDED_FOR]-(:BadgeVersion)<-[:HAS_VERSION]-(:Badge)-[:HAS_REVIEW]->(:Review)-[:HAS_PART]->(part:ReviewPart)
    WHERE part.role IN ['EXTERNAL_REVIEWER', 'EMPLOYER']
    RETURN DISTINCT part.by
  } AS reviewers,
  COLLECT {
    MATCH (submission)-[:HAS_MARKING]->(marking:Marking)
    RETURN {
      assessor: marking.assessor,
      scores: COLLECT {
        MATCH (marking)-[:SCORED]->(level:CriterionLevel)<-[:HAS_LEVEL]-(criterion:Criterion)
        RETURN {criterionId: criterion.id, levelId: level.id} ORDER BY criterion.position
      }
    } ORDER BY marking.position
  } AS markings
