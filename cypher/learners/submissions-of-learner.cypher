// Which work has a learner handed in, last first, before a given one?
MATCH (learner:Learner {id: $learnerId})-[:SUBMITTED]->(submission:Submission)-[:ANSWERS]->(assessment:Assessment)<-[:OWNS]-(owner:Organization)
WHERE (submission.submittedAt < $beforeAt OR (submission.submittedAt = $beforeAt AND submission.id > $afterId))
WITH learner, submission, assessment, owner ORDER BY submission.submittedAt DESC, submission.id LIMIT $limit
// with fragments/submission
