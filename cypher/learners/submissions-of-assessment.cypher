// Which work was handed in for an assessment of this organisation, oldest first, after a given one?
MATCH (learner:Learner)-[:SUBMITTED]->(submission:Submission)-[:ANSWERS]->(assessment:Assessment {id: $assessmentId})<-[:OWNS]-(owner:Organization {id: $organizationId})
WHERE (submission.submittedAt > $afterAt OR (submission.submittedAt = $afterAt AND submission.id > $afterId))
  AND ($graded IS NULL OR $graded = EXISTS { (submission)-[:HAS_RESULT]->(:Result) })
WITH learner, submission, assessment, owner ORDER BY submission.submittedAt, submission.id LIMIT $limit
// with fragments/submission
